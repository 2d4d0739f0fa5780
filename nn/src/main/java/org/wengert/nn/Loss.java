package org.wengert.nn;

import java.util.List;
import org.wengert.Value;
import org.wengert.op.SquaredError;

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

    /**
     * The share that a part of a batch has in the loss of the whole: those of all parts add up to it. By it a batch is taken
     * in parts that fit into memory.
     *
     * @param output    of the part
     * @param target    of the part
     * @param whole     the targets of all parts, of which only the number of samples, the first axis, counts unless a loss
     *     weighs them
     * @param reduction how this loss makes one number of a batch
     */
    default Value ofPart(Value output, Value target, Value whole, Reduction reduction) {
        double share = reduction.share(target.shape().dim(0), whole.shape().dim(0));
        Value own = of(output, target);
        return share == 1 ? own : own.mul(share);
    }

    /**
     * What it is called, with all that it was told: losses of one description are the same function, and a run is not taken
     * up with another. A loss of one's own is {@code one's own} unless it says otherwise.
     */
    default String description() {
        return "one's own";
    }

    /** {@code (y - t)^2}, summed or averaged over every number of the batch. */
    static Loss squaredError(Reduction reduction) {
        return described(
                "squaredError",
                reduction,
                (output, target) -> output.apply(
                        reduction == Reduction.MEAN ? SquaredError.MEAN : SquaredError.SUM,
                        Targets.like("squaredError", output, target)));
    }

    /** {@code |y - t|}, summed or averaged over every number of the batch; slope 0 where there is no error. */
    static Loss absoluteError(Reduction reduction) {
        return described(
                "absoluteError",
                reduction,
                (output, target) -> reduction.of(output.sub(Targets.like("absoluteError", output, target))
                        .abs()));
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
        return described("huber of delta " + delta, reduction, (output, target) -> {
            Value d = output.sub(Targets.like("huber", output, target));
            Value held = d.clamp(-delta, delta);
            return reduction.of(held.mul(d.sub(held.mul(0.5))));
        });
    }

    /** {@code max(0, 1 - t y)} for a score {@code y} and a target {@code t} of -1 or +1: the maximum margin. */
    static Loss hinge(Reduction reduction) {
        return described(
                "hinge",
                reduction,
                (output, target) -> reduction.of(output.mul(Targets.signs("hinge", output, target))
                        .rsub(1)
                        .relu()));
    }

    /** {@code -ln softmax(y)[t]}, summed or averaged over samples; smoothing and weights are told to the result. */
    static CrossEntropy crossEntropy(Reduction reduction) {
        return new CrossEntropy(reduction, 0, List.of());
    }

    /** {@code -t ln s(y) - (1-t) ln(1 - s(y))} for a logit {@code y}; weights are told to the result. */
    static BinaryCrossEntropy bceWithLogits(Reduction reduction) {
        return new BinaryCrossEntropy(reduction, List.of());
    }

    private static Loss described(String name, Reduction reduction, Loss formula) {
        return new DescribedLoss(name + ", " + reduction, formula);
    }
}
