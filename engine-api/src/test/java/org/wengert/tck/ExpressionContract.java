package org.wengert.tck;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.Value;
import org.wengert.tck.random.Expression;
import org.wengert.tck.random.ForwardMode;
import org.wengert.tck.random.Recording;
import org.wengert.tck.random.Rewriting;
import org.wengert.tck.random.Search;

/**
 * Values and gradients of random expressions of all operations. How many are tried and how large say the system properties
 * that {@link Search#ofSystemProperties()} names; a failure tells the smallest expression that was found.
 */
@Proves(Level.CORE)
public interface ExpressionContract extends EngineContract {
    private Trials trials() {
        return new Trials(this);
    }

    @Test
    default void aRandomExpressionIsDifferentiatedAsForwardModeDoes() {
        trials().forAll("forward mode", (engine, expression) -> {
            ForwardMode mode = trials().forwardMode(expression);
            Recording recording = Recording.of(engine, expression).backward();

            for (int v = 0; v < expression.nodes().size(); v++) {
                double[] actual = recording.value(v).data();
                trials().assertWithin("value v" + v, mode.numbers(v), mode.errors(v), actual);
            }
            double[] seed = expression.seed();
            for (int v : expression.variables()) {
                trials().assertWithin(
                                "gradient of v" + v,
                                mode.gradient(expression.root(), v, seed),
                                mode.gradientErrors(expression.root(), v, seed),
                                recording.value(v).grad().data());
            }
        });
    }

    @Test
    default void aRandomExpressionIsDifferentiatedAsDifferencesAre() {
        trials().forAll(
                        "central differences",
                        (engine, expression) -> new Differences(arithmetic(), engine, expression).check());
    }

    @Test
    default void backwardIsLinearInItsSeed() {
        trials().forAll("linear in the seed", (engine, expression) -> {
            ForwardMode mode = trials().forwardMode(expression);
            Recording recording = Recording.of(engine, expression);
            double[] first = expression.seed();
            double[] second = Arrays.copyOfRange(Expression.weights(first.length + 3), 3, first.length + 3);
            double[] both = new double[first.length];
            Arrays.setAll(both, i -> -4 * first[i] + second[i]);
            double[] sizes = new double[first.length];
            Arrays.setAll(sizes, i -> 4 * Math.abs(first[i]) + Math.abs(second[i]));

            List<double[]> ofFirst = gradients(recording, recording.root(), first);
            List<double[]> ofSecond = gradients(recording, recording.root(), second);
            List<double[]> ofBoth = gradients(recording, recording.root(), both);

            for (int k = 0; k < ofBoth.size(); k++) {
                int v = expression.variables().get(k);
                double[] errors = Trials.twice(mode.gradientErrors(expression.root(), v, sizes));
                double[] expected = sum(-4, ofFirst.get(k), ofSecond.get(k));
                trials().assertWithin("gradient of v" + v, expected, errors, ofBoth.get(k));
            }
        });
    }

    private static List<double[]> gradients(Recording recording, Value root, double... seed) {
        recording.zero();
        root.backward(seed);
        return recording.gradients();
    }

    /** {@code factor * left + right}. */
    private static double[] sum(double factor, double[] left, double... right) {
        double[] sum = new double[left.length];
        Arrays.setAll(sum, i -> factor * left[i] + right[i]);
        return sum;
    }

    @Test
    default void theGradientOfASumIsTheSumOfGradients() {
        trials().forAll("gradient of a sum", (engine, expression) -> {
            ForwardMode mode = trials().forwardMode(expression);
            Recording recording = Recording.of(engine, expression);
            int root = expression.root();
            int middle = expression.nodes().size() / 2;
            Value f = recording.root().sum();
            Value g = recording.value(middle).sum();

            List<double[]> ofF = gradients(recording, f, 1);
            List<double[]> ofG = gradients(recording, g, 1);
            List<double[]> ofSum = gradients(recording, f.add(g), 1);

            for (int k = 0; k < ofSum.size(); k++) {
                int v = expression.variables().get(k);
                double[] errors = sum(
                        1,
                        mode.gradientErrors(root, v, ones(recording.root())),
                        mode.gradientErrors(middle, v, ones(recording.value(middle))));
                double[] expected = sum(1, ofF.get(k), ofG.get(k));
                trials().assertWithin("gradient of v" + v, expected, Trials.twice(errors), ofSum.get(k));
            }
        });
    }

    private static double[] ones(Value value) {
        double[] ones = new double[value.shape().size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    default void aStretchedOperandGetsTheSumOfWhatItsCopiesWouldGet() {
        trials().forAll("broadcasting", (engine, expression) -> {
            ForwardMode mode = trials().forwardMode(expression);
            Rewriting copies = Rewriting.stretched(expression);
            Recording recording = Recording.of(engine, expression).backward();
            Recording apart = Recording.of(engine, copies.expression()).backward();

            for (int v : expression.variables()) {
                double[] sum = apart.value(copies.places()[v]).grad().data();
                for (Rewriting.Stretched copy : copies.stretched()) {
                    double[] gradient = apart.value(copy.place()).grad().data();
                    for (int i = 0; i < gradient.length && copy.variable() == v; i++) {
                        sum[copy.sources()[i]] += gradient[i];
                    }
                }
                double[] actual = recording.value(v).grad().data();
                trials().assertWithin("gradient of v" + v, sum, Trials.apart(mode, v), actual);
            }
        });
    }
}
