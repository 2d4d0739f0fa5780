package org.wengert.nn.train;

import java.util.Optional;

/**
 * Where a training run stands, as its listeners see it. Counts are of what is done: after the first step,
 * {@link #step()} is 1.
 */
public final class Progress {
    private static final double NANOS = 1e9;

    private final long totalEpochs;
    private final long totalSteps;
    private long start = System.nanoTime();
    private long epoch;
    private long step;
    private long stepInEpoch;
    private double loss = Double.NaN;
    private double learningRate = Double.NaN;
    private double epochLoss = Double.NaN;
    private double lossSum;
    private long samples;
    private Optional<Evaluation> validation = Optional.empty();
    private boolean stopped;

    Progress(long totalEpochs, long totalSteps) {
        this.totalEpochs = totalEpochs;
        this.totalSteps = totalSteps;
    }

    void stepDone(double newLoss, double rate, int size) {
        step++;
        stepInEpoch++;
        loss = newLoss;
        learningRate = rate;
        lossSum += newLoss * size;
        samples += size;
    }

    void epochDone(Optional<Evaluation> newValidation) {
        epoch++;
        stepInEpoch = 0;
        epochLoss = lossSum / samples;
        lossSum = 0;
        samples = 0;
        validation = newValidation;
    }

    /** All that a run that is taken up again must know: as many numbers as {@link #restore} takes. */
    double[] state() {
        return new double[] {epoch, step, stepInEpoch, loss, learningRate, epochLoss, lossSum, samples, seconds()};
    }

    void restore(double... state) {
        epoch = (long) state[0];
        step = (long) state[1];
        stepInEpoch = (long) state[2];
        loss = state[3];
        learningRate = state[4];
        epochLoss = state[5];
        lossSum = state[6];
        samples = (long) state[7];
        start = System.nanoTime() - (long) (state[8] * NANOS);
    }

    /** Asks the run to end after this step. */
    public void stop() {
        stopped = true;
    }

    /** Whether a listener asked the run to end. */
    public boolean isStopped() {
        return stopped;
    }

    /** How many passes over the data are complete. */
    public long epoch() {
        return epoch;
    }

    /** How many passes were asked for. */
    public long totalEpochs() {
        return totalEpochs;
    }

    /** How many steps were taken. */
    public long step() {
        return step;
    }

    /** How many steps of the epoch that is going on were taken. */
    public long stepInEpoch() {
        return stepInEpoch;
    }

    /** How many steps a run of all epochs takes; -1 if nobody knows, as of a source that was never read to its end. */
    public long totalSteps() {
        return totalSteps;
    }

    /** The latest batch's loss, regularisation included, from before its step; NaN before the first. */
    public double loss() {
        return loss;
    }

    /** The mean of {@link #loss()} over the latest complete epoch, weighted by batch size; NaN before its end. */
    public double epochLoss() {
        return epochLoss;
    }

    /** How the model did on the validation data at the end of the latest epoch; empty if there are none,
     * and after the run was taken up again until the next one ends. */
    public Optional<Evaluation> validation() {
        return validation;
    }

    /** The learning rate of the latest step. */
    public double learningRate() {
        return learningRate;
    }

    /** Seconds that the run took so far; what went by before it was taken up again counts. */
    public double seconds() {
        return (System.nanoTime() - start) / NANOS;
    }
}
