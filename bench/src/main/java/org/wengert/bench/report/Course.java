package org.wengert.bench.report;

import java.time.Instant;
import java.util.List;

/**
 * How a run went.
 *
 * @param started when training began, or was taken up again
 * @param earlier what the run had behind it when it was taken up again
 * @param epochs  those at whose end the network was judged, in order
 * @param steps   those whose gradients were looked at, in order
 * @param seconds that were spent on judging and looking
 */
public record Course(Instant started, Earlier earlier, List<Epoch> epochs, List<Step> steps, double seconds) {
    /** Takes copies. */
    public Course {
        epochs = List.copyOf(epochs);
        steps = List.copyOf(steps);
    }

    /**
     * What was run before, of which nothing is known but how much it was.
     *
     * @param epochs that were complete; 0 if there was none
     * @param steps  of these, and of one that was begun; 0 if the run is a new one
     */
    public record Earlier(long epochs, long steps) {
        /** In a sentence; empty if there is nothing to say. */
        String told() {
            if (steps == 0) {
                return "";
            }
            String what = epochs == 0 ? "Step" : "Epoch";
            long count = epochs == 0 ? steps : epochs;
            return count == 1
                    ? what + " 1 was run before this call; curves begin after it."
                    : what + "s 1 to " + count + " were run before this call; curves begin after them.";
        }
    }

    /**
     * How good the network was at an epoch's end.
     *
     * @param number      counted from 1
     * @param trainLoss   over all training samples, without regularisation
     * @param testLoss    over all test samples
     * @param trainMetric accuracy, or R2 where targets are numbers
     * @param testMetric  the same on the test samples
     */
    public record Epoch(long number, double trainLoss, double testLoss, double trainMetric, double testMetric) {}

    /**
     * What moved the network in a step.
     *
     * @param number       counted from 1
     * @param learningRate of the step
     * @param gradientNorm the length of all gradients taken as one vector
     * @param deadRelus    the share of relus that gave 0 for every sample of the batch; NaN if there is no relu
     */
    public record Step(long number, double learningRate, double gradientNorm, double deadRelus) {}
}
