package org.wengert.nn.train;

/**
 * Where a training run stands, as its listeners see it. Counts are of what is done: after the first step,
 * {@link #step()} is 1.
 */
public final class Progress {
    private final long totalEpochs;
    private final long totalSteps;
    private final long start = System.nanoTime();
    private long epoch;
    private long step;
    private double loss = Double.NaN;
    private double learningRate = Double.NaN;
    private double epochLoss = Double.NaN;
    private double lossSum;
    private long samples;
    private boolean stopped;

    Progress(long totalEpochs, long totalSteps) {
        this.totalEpochs = totalEpochs;
        this.totalSteps = totalSteps;
    }

    void stepDone(double newLoss, double rate, int size) {
        step++;
        loss = newLoss;
        learningRate = rate;
        lossSum += newLoss * size;
        samples += size;
    }

    void epochDone() {
        epoch++;
        epochLoss = lossSum / samples;
        lossSum = 0;
        samples = 0;
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

    /** How many steps a run of all epochs takes. */
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

    /** The learning rate of the latest step. */
    public double learningRate() {
        return learningRate;
    }

    /** Seconds since the run began. */
    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
