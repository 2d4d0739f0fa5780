package org.wengert.nn.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a training run did.
 *
 * @param losses      the loss of each step's batch, regularisation included, from before the step
 * @param epochLosses the mean of these over each complete epoch, weighted by batch size
 * @param seconds     how long it took
 * @param interrupted whether the thread was interrupted before the run was complete
 */
public record History(List<Double> losses, List<Double> epochLosses, double seconds, boolean interrupted) {
    /** How many steps were taken. */
    public int steps() {
        return losses.size();
    }

    /** The mean loss of the latest complete epoch; NaN if there is none. */
    public double lastEpochLoss() {
        return epochLosses.isEmpty() ? Double.NaN : epochLosses.get(epochLosses.size() - 1);
    }

    /** Writes a history while a run goes on. */
    static final class Recorder implements TrainingListener {
        private final List<Double> losses = new ArrayList<>();
        private final List<Double> epochLosses = new ArrayList<>();

        @Override
        public void stepDone(Progress progress) {
            losses.add(progress.loss());
        }

        @Override
        public void epochDone(Progress progress) {
            epochLosses.add(progress.epochLoss());
        }

        History history(double seconds, boolean interrupted) {
            return new History(
                    Collections.unmodifiableList(losses),
                    Collections.unmodifiableList(epochLosses),
                    seconds,
                    interrupted);
        }
    }
}
