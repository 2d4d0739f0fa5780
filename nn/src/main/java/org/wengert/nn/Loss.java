package org.wengert.nn;

import org.wengert.Value;

/**
 * How far outputs are from targets, as one number to be made small. Every factory says whether a batch is added up or
 * averaged: there is no other difference between, say, a sum and a mean of squared errors, but a learning rate that
 * suits one does not suit the other.
 *
 * <p>Outputs and targets have one shape; a last axis of size 1 may be missing on one side, so that {@code [batch, 1]}
 * goes with {@code [batch]}. Nothing is stretched: any other difference is a
 * {@link org.wengert.error.ShapeException}.
 */
@FunctionalInterface
public interface Loss {
    /** {@link #squaredError} added up. */
    Loss SUM_SQUARED_ERROR = squaredError(Reduction.SUM);

    /** {@link #squaredError} averaged over samples and outputs. */
    Loss MEAN_SQUARED_ERROR = squaredError(Reduction.MEAN);

    /** {@link #hinge} averaged. */
    Loss HINGE = hinge(Reduction.MEAN);

    /** {@link #crossEntropy} averaged. */
    Loss CROSS_ENTROPY = crossEntropy(Reduction.MEAN);

    /** {@link #bceWithLogits} averaged. */
    Loss BCE_WITH_LOGITS = bceWithLogits(Reduction.MEAN);

    /** The loss as a single number of shape {@code []}. */
    Value of(Value output, Value target);

    /** {@code (y - t)^2}, summed or averaged over every number of the batch. */
    static Loss squaredError(Reduction reduction) {
        return (output, target) -> reduction.of(
                output.sub(Targets.like("squaredError", output, target)).square());
    }

    /** {@code max(0, 1 - t y)} for a score {@code y} and a target {@code t} of -1 or +1: the maximum margin. */
    static Loss hinge(Reduction reduction) {
        return (output, target) -> reduction.of(
                output.mul(Targets.signs("hinge", output, target)).rsub(1).relu());
    }

    /**
     * {@code -ln softmax(y)[t]} for logits {@code y}, {@code [batch, classes]} or {@code [classes]}, and class numbers
     * {@code t}, {@code [batch]} or {@code []}, counted from 0. Summed or averaged over samples.
     */
    static Loss crossEntropy(Reduction reduction) {
        return (output, target) -> reduction.of(output.crossEntropy(Targets.classes("crossEntropy", output, target)));
    }

    /** {@code -t ln s(y) - (1-t) ln(1 - s(y))} for a logit {@code y} and a probability {@code t}. */
    static Loss bceWithLogits(Reduction reduction) {
        return (output, target) -> reduction.of(output.bceWithLogits(Targets.like("bceWithLogits", output, target)));
    }
}
