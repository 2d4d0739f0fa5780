package org.wengert.nn;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.error.ShapeException;

/**
 * {@code -p t ln s(y) - (1-t) ln(1 - s(y))} for a logit {@code y}, a probability {@code t} and the logistic function
 * {@code s}; {@code p} is the weight of the positive class, 1 unless told otherwise: above 1 it weighs what is missed
 * more than what is wrongly found.
 *
 * @param reduction       whether the losses are added up or averaged; an average divides by their number, not by weights
 * @param positiveWeights {@code p}: none, one for all outputs, or one for each
 */
public record BinaryCrossEntropy(Reduction reduction, List<Double> positiveWeights) implements Loss {
    private static final String WHO = "bceWithLogits";

    /**
     * A loss with everything chosen.
     *
     * @throws ModelException if a weight is negative or not finite
     */
    public BinaryCrossEntropy {
        Weights.check(WHO, "positive weight", positiveWeights);
        positiveWeights = List.copyOf(positiveWeights);
    }

    /** The same with a weight of the positive class: one for all outputs, or one for each. */
    public BinaryCrossEntropy positiveWeights(double... weights) {
        return new BinaryCrossEntropy(
                reduction, DoubleStream.of(weights).boxed().collect(Collectors.toList()));
    }

    @Override
    public String description() {
        return toString();
    }

    @Override
    public Value of(Value output, Value target) {
        Value t = Targets.like(WHO, output, target);
        if (positiveWeights.isEmpty()) {
            return reduction.of(output.bceWithLogits(t));
        }
        // ln s(y) and ln(1 - s(y)) apart: PyTorch's (1-t) y + (1 + (p-1) t) softplus(-y) cancels where y is far below
        // 0.
        Value found = output.neg().softplus().mul(t).mul(weights(output));
        Value wronglyFound = output.softplus().mul(t.rsub(1));
        return reduction.of(found.add(wronglyFound));
    }

    private Value weights(Value output) {
        Shape shape = output.shape();
        double[] weights =
                positiveWeights.stream().mapToDouble(Double::doubleValue).toArray();
        if (weights.length == 1) {
            return output.engine().constant(weights[0]);
        }
        int outputs = shape.rank() == 0 ? 1 : shape.dim(shape.rank() - 1);
        if (weights.length != outputs) {
            throw new ShapeException("bceWithLogits: one positive weight or one an output is needed: the output "
                    + shape + " has " + outputs + ", got " + weights.length + " weights");
        }
        return output.engine().constant(Shape.of(outputs), weights);
    }
}
