package org.wengert.nn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.error.ShapeException;
import org.wengert.nn.data.DataException;

/**
 * {@code -ln softmax(y)[t]} for logits {@code y}, {@code [batch, classes]} or {@code [classes]}, and class numbers
 * {@code t}, {@code [batch]} or {@code []}, counted from 0; with PyTorch's label smoothing {@code e} and class weights
 * {@code w}. With {@code p = softmax(y)} and {@code n} classes, the loss of a sample is
 *
 * <pre>{@code (1 - e) w[t] (-ln p[t])  +  e/n sum_c w[c] (-ln p[c])}</pre>
 *
 * and a mean is the sum over all samples divided by the sum of their {@code w[t]}.
 *
 * <pre>{@code Loss.crossEntropy(Reduction.MEAN).labelSmoothing(0.1).classWeights(1, 2, 5)}</pre>
 *
 * @param reduction      whether the losses of samples are added up or averaged
 * @param labelSmoothing {@code e}: what share of a target is spread over all classes, from 0 and below 1
 * @param classWeights   {@code w}, a finite number from 0 for each class; none is 1 for all
 */
public record CrossEntropy(Reduction reduction, double labelSmoothing, List<Double> classWeights) implements Loss {
    private static final String WHO = "crossEntropy";

    /**
     * A loss with everything chosen.
     *
     * @throws ModelException if the smoothing or a weight is out of its range
     */
    public CrossEntropy {
        Weights.check(WHO, "class weight", classWeights);
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new ModelException(
                    "crossEntropy: the label smoothing must be at least 0 and below 1: got " + labelSmoothing);
        }
        classWeights = List.copyOf(classWeights);
    }

    /** The same with targets smoothed. */
    public CrossEntropy labelSmoothing(double share) {
        return new CrossEntropy(reduction, share, classWeights);
    }

    /** The same with a weight for each class; none is 1 for all. */
    public CrossEntropy classWeights(double... weights) {
        return new CrossEntropy(
                reduction, labelSmoothing, DoubleStream.of(weights).boxed().collect(Collectors.toList()));
    }

    @Override
    public String description() {
        return toString();
    }

    @Override
    public Value of(Value output, Value target) {
        return of(output, target, target);
    }

    /** {@inheritDoc} A weighted mean divides by the weights of the whole batch. */
    @Override
    public Value ofPart(Value output, Value target, Value whole, Reduction given) {
        boolean weighted = reduction == Reduction.MEAN && !classWeights.isEmpty();
        return weighted ? of(output, target, whole) : Loss.super.ofPart(output, target, whole, given);
    }

    private Value of(Value output, Value target, Value whole) {
        int[] classes = Targets.classes(WHO, output, target);
        Value hard = output.crossEntropy(classes);
        if (labelSmoothing == 0 && classWeights.isEmpty()) {
            return reduction.of(hard);
        }
        double[] weights = weights(output.shape());
        double[] own = ofSamples(weights, classes);
        Value losses = hard.mul(output.engine().constant(hard.shape(), own));
        if (labelSmoothing > 0) {
            losses = losses.mul(1 - labelSmoothing).add(spread(output, weights));
        }
        if (reduction == Reduction.SUM) {
            return losses.sum();
        }
        return losses.sum().div(total(whole == target ? own : ofSamples(weights, Targets.classes(WHO, whole))));
    }

    private static double[] ofSamples(double[] weights, int... classes) {
        return Arrays.stream(classes).mapToDouble(c -> weights[c]).toArray();
    }

    /** The weight of each class. */
    private double[] weights(Shape logits) {
        int classes = logits.dim(logits.rank() - 1);
        if (classWeights.isEmpty()) {
            double[] ones = new double[classes];
            Arrays.fill(ones, 1);
            return ones;
        }
        if (classWeights.size() != classes) {
            throw new ShapeException("crossEntropy: one weight a class is needed: the output " + logits + " has "
                    + classes + " classes, got " + classWeights.size() + " weights");
        }
        return classWeights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** {@code e/n sum_c w[c] (-ln p[c])} of each sample. */
    private Value spread(Value output, double... weights) {
        double[] shares = Arrays.stream(weights)
                .map(w -> -labelSmoothing / weights.length * w)
                .toArray();
        return output.logSoftmax(-1).matmul(output.engine().constant(Shape.of(weights.length), shares));
    }

    private static double total(double... weights) {
        double total = Arrays.stream(weights).sum();
        if (total == 0) {
            throw new DataException("crossEntropy: nothing to average: all " + weights.length
                    + " samples are of classes of weight 0; take larger batches or SUM");
        }
        return total;
    }
}
