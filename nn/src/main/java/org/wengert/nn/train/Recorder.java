package org.wengert.nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a history while a run goes on; a number a step, not an object. */
final class Recorder implements TrainingListener, Resumable {
    private final Series losses = new Series();
    private final Series epochLosses = new Series();
    private final Series validationLosses = new Series();
    private final Series validationMetrics = new Series();

    @Override
    public void stepDone(Progress progress) {
        losses.add(progress.loss());
    }

    @Override
    public void epochDone(Progress progress) {
        epochLosses.add(progress.epochLoss());
        progress.validation().ifPresent(evaluation -> {
            validationLosses.add(evaluation.loss());
            validationMetrics.add(evaluation.metric());
        });
    }

    History history(double seconds, boolean interrupted) {
        List<History.Validation> validations = new ArrayList<>();
        for (int i = 0; i < validationLosses.size(); i++) {
            validations.add(new History.Validation(validationLosses.get(i), validationMetrics.get(i)));
        }
        return new History(losses.view(), epochLosses.view(), List.copyOf(validations), seconds, interrupted);
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Map<String, double[]> state() {
        return Map.of(
                "losses", losses.toArray(),
                "epochLosses", epochLosses.toArray(),
                "validationLosses", validationLosses.toArray(),
                "validationMetrics", validationMetrics.toArray());
    }

    @Override
    public void restore(Map<String, double[]> state) {
        losses.set(Resumable.array(state, "losses"));
        epochLosses.set(Resumable.array(state, "epochLosses"));
        validationLosses.set(Resumable.array(state, "validationLosses"));
        validationMetrics.set(Resumable.array(state, "validationMetrics"));
    }
}
