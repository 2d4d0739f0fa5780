package org.wengert.nn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.nn.Pass;
import org.wengert.nn.Randoms;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.BatchIterator;
import org.wengert.nn.data.BatchSource;
import org.wengert.nn.optim.Optimizer;

/** One run of a trainer, from the first step or from where a checkpoint left it. */
final class Run {
    private static final long NEVER = -1;

    private final Settings settings;
    private final BatchSource source;
    private final int size;
    private final Map<String, String> identity;
    private final Progress progress;
    private final Recorder recorder = new Recorder();
    private final List<TrainingListener> listeners = new ArrayList<>(List.of(recorder));
    private long saved = NEVER;

    /**
     * A run that is about to begin.
     *
     * @param size         of a batch
     * @param stepsAnEpoch -1 if that is not known before the first epoch is complete
     * @param identity     what makes it the run it is: a checkpoint of another one is refused
     */
    Run(Settings settings, BatchSource source, int size, long stepsAnEpoch, Map<String, String> identity) {
        this.settings = settings;
        this.source = source;
        this.size = size;
        this.identity = identity;
        this.progress = new Progress(settings.epochs, stepsAnEpoch < 0 ? -1 : settings.epochs * stepsAnEpoch);
        this.listeners.addAll(settings.listeners);
    }

    History history() {
        settings.checkpoints.ifPresent(checkpoints -> Checkpoint.checkNames(settings, listeners));
        settings.checkpoints.flatMap(Checkpoints::begin).ifPresent(checkpoint -> {
            checkpoint.restore(identity, settings, progress, listeners);
            saved = progress.step();
        });
        listeners.forEach(listener -> listener.started(progress));
        boolean complete = true;
        while (complete && progress.epoch() < settings.epochs) {
            complete = epoch();
        }
        boolean interrupted = !complete && !progress.isStopped();
        if (saved != progress.step()) {
            save();
        }
        listeners.forEach(listener -> listener.ended(progress));
        return recorder.history(progress.seconds(), interrupted);
    }

    /** One pass over the data, or what is left of it; false if it was broken off. */
    private boolean epoch() {
        long taken = progress.stepInEpoch();
        try (BatchIterator batches = source.batches(size, progress.epoch())) {
            while (batches.hasNext()) {
                Batch batch = batches.next();
                if (taken-- > 0) {
                    continue; // before the run was taken up again
                }
                if (progress.isStopped() || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                takeStep(batch);
            }
        }
        progress.epochDone(settings.validation.map(data -> Evaluation.of(settings.model, settings.loss, data)));
        listeners.forEach(listener -> listener.epochDone(progress));
        save();
        return !progress.isStopped();
    }

    private void takeStep(Batch batch) {
        settings.schedule.ifPresent(rates -> settings.optimizer.learningRate(rates.rate(progress.step())));
        double loss = step(batch);
        progress.stepDone(loss, settings.optimizer.learningRate(), batch.size());
        listeners.forEach(listener -> listener.stepDone(progress));
        if (settings.checkpoints
                .filter(checkpoints -> checkpoints.isDue(progress.step()))
                .isPresent()) {
            save();
        }
    }

    private double step(Batch batch) {
        Optimizer optimizer = settings.optimizer;
        Pass pass = Pass.training(Randoms.seeded(settings.seed, progress.step()));
        try {
            double loss = backward(batch, pass);
            optimizer.step();
            pass.commit();
            return loss;
        } finally {
            optimizer.zeroGrad();
            settings.model.variables().forEach(Variable::zeroGrad); // those that are frozen too
        }
    }

    /** Adds up the gradients of all parts of a batch; returns the loss of the whole. */
    private double backward(Batch batch, Pass pass) {
        double sum = 0;
        int done = 0;
        for (Batch part : batch.parts(settings.microBatchSize)) {
            try (Scope scope = settings.model.engine().scope()) {
                Value loss = loss(part, batch, pass, done == 0);
                double number = loss.item();
                Guard.checkLoss(loss, number, progress);
                loss.backward();
                sum += number;
                done += part.size();
                if (done == batch.size()) {
                    gradientsDone(loss);
                }
            }
        }
        return sum;
    }

    private void gradientsDone(Value loss) {
        if (settings.guardsGradients) {
            Guard.checkGradients(settings.optimizer.variables(), progress);
        }
        listeners.forEach(listener -> listener.gradientsDone(progress, loss));
    }

    private Value loss(Batch part, Batch whole, Pass pass, boolean first) {
        Engine engine = settings.model.engine();
        Value outputs = settings.model.forward(part.inputs(engine), pass);
        Value targets = part.targets(engine);
        Value data = part.size() == whole.size()
                ? settings.loss.of(outputs, targets)
                : settings.loss.ofPart(outputs, targets, whole.targets(engine), settings.reduction);
        return settings.regularization
                .filter(penalty -> first)
                .map(penalty -> data.add(penalty.of(settings.optimizer.variables())))
                .orElse(data);
    }

    private void save() {
        settings.checkpoints.ifPresent(checkpoints -> {
            Checkpoint now = Checkpoint.of(identity, settings, progress, listeners);
            boolean done = checkpoints.save(
                    progress.step(),
                    now,
                    failure -> listeners.forEach(listener -> listener.checkpointFailed(progress, failure)));
            saved = done ? progress.step() : NEVER;
            if (done) {
                listeners.forEach(listener -> listener.checkpointSaved(progress));
            }
        });
    }
}
