package org.wengert.nn;

import java.util.List;
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

    /** {@link #absoluteError} averaged over samples and outputs. */
    Loss MEAN_ABSOLUTE_ERROR = absoluteError(Reduction.MEAN);

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

    /** {@code |y - t|}, summed or averaged over every number of the batch; slope 0 where there is no error. */
    static Loss absoluteError(Reduction reduction) {
        return (output, target) -> reduction.of(
                output.sub(Targets.like("absoluteError", output, target)).abs());
    }

    /**
     * {@code d^2 / 2} for an error {@code d} up to {@code delta} and {@code delta (|d| - delta/2)} beyond (Huber 1964),
     * so that outliers do not pull more than {@code delta}; summed or averaged over every number of the batch.
     *
     * @throws ModelException if delta is not a finite number above 0
     */
    static Loss huber(double delta, Reduction reduction) {
        if (!(delta > 0 && delta <= Double.MAX_VALUE)) {
            throw new ModelException("huber: delta must be a finite number above 0: got " + delta);
        }
        return (output, target) -> {
            Value d = output.sub(Targets.like("huber", output, target));
            Value held = d.clamp(-delta, delta);
            return reduction.of(held.mul(d.sub(held.mul(0.5))));
        };
    }

    /** {@code max(0, 1 - t y)} for a score {@code y} and a target {@code t} of -1 or +1: the maximum margin. */
    static Loss hinge(Reduction reduction) {
        return (output, target) -> reduction.of(
                output.mul(Targets.signs("hinge", output, target)).rsub(1).relu());
    }

    /** {@code -ln softmax(y)[t]}, summed or averaged over samples; smoothing and weights are told to the result. */
    static CrossEntropy crossEntropy(Reduction reduction) {
        return new CrossEntropy(reduction, 0, List.of());
    }

    /** {@code -t ln s(y) - (1-t) ln(1 - s(y))} for a logit {@code y}; weights are told to the result. */
    static BinaryCrossEntropy bceWithLogits(Reduction reduction) {
        return new BinaryCrossEntropy(reduction, List.of());
    }
}
