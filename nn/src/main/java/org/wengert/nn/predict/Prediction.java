package org.wengert.nn.predict;

import java.util.Arrays;
import java.util.Optional;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Target;
import org.wengert.nn.data.TargetKind;

/**
 * What a model says of one sample.
 *
 * @param outputs       of the model, as they are
 * @param numbers       what they stand for, in the units of the training data; the outputs themselves if nothing is known of
 *     the target; none if targets are classes
 * @param className     the class they tell; empty if targets are numbers or unknown, or an output is NaN
 * @param probabilities of each class, in the order of class numbers: softmax of the outputs or, for two classes told by the
 *     sign of one score s, {@code 1 - p} and {@code p = 1 / (1 + e^-s)}; none if targets are numbers or unknown
 */
public record Prediction(double[] outputs, double[] numbers, Optional<String> className, double[] probabilities) {
    private static final double[] NONE = {};

    static Prediction of(Optional<Preprocessing> preprocessing, double... outputs) {
        if (preprocessing.isEmpty()) {
            return new Prediction(outputs, outputs, Optional.empty(), NONE);
        }
        Target target = preprocessing.get().target();
        if (target.kind() == TargetKind.NUMBERS) {
            return new Prediction(outputs, target.numbers(outputs), Optional.empty(), NONE);
        }
        int told = target.classOf(outputs);
        return new Prediction(
                outputs,
                NONE,
                told < 0 ? Optional.empty() : Optional.of(target.classNames().get(told)),
                target.kind() == TargetKind.SIGNS ? logistic(outputs[0]) : softmax(outputs));
    }

    private static double[] logistic(double score) {
        double e = Math.exp(-Math.abs(score));
        double larger = 1 / (1 + e);
        double smaller = e / (1 + e);
        return score >= 0 ? new double[] {smaller, larger} : new double[] {larger, smaller};
    }

    private static double[] softmax(double... scores) {
        double largest = Arrays.stream(scores).max().orElseThrow();
        double[] shares = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(scores[i] - largest);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prediction that
                && Arrays.equals(outputs, that.outputs)
                && Arrays.equals(numbers, that.numbers)
                && className.equals(that.className)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(outputs);
    }

    @Override
    public String toString() {
        return className
                .map(name -> "Prediction(" + name + ", " + Arrays.toString(probabilities) + ")")
                .orElseGet(() -> "Prediction(" + Arrays.toString(numbers.length > 0 ? numbers : outputs) + ")");
    }
}
