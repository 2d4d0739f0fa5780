package org.wengert.nn.train;

import java.util.List;

/**
 * What a training run did; of a run that was taken up again, all of it.
 *
 * @param losses      the loss of each step's batch, regularisation included, from before the step
 * @param epochLosses the mean of these over each complete epoch, weighted by batch size
 * @param validations how the model did on the validation data at each epoch's end; empty without such data
 * @param seconds     how long it took
 * @param interrupted whether the thread was interrupted before the run was complete
 */
public record History(
        List<Double> losses,
        List<Double> epochLosses,
        List<Validation> validations,
        double seconds,
        boolean interrupted) {
    /**
     * Of one epoch.
     *
     * @param loss   without regularisation
     * @param metric accuracy, or R2 where targets are numbers
     */
    public record Validation(double loss, double metric) {}

    /** A history without validation. */
    public History(List<Double> losses, List<Double> epochLosses, double seconds, boolean interrupted) {
        this(losses, epochLosses, List.of(), seconds, interrupted);
    }

    /** How many steps were taken. */
    public int steps() {
        return losses.size();
    }

    /** The mean loss of the latest complete epoch; NaN if there is none. */
    public double lastEpochLoss() {
        return epochLosses.isEmpty() ? Double.NaN : epochLosses.get(epochLosses.size() - 1);
    }
}
