package org.wengert.tck;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.tck.random.Expression;
import org.wengert.tck.random.ForwardMode;
import org.wengert.tck.random.Recording;
import org.wengert.tck.random.Rewriting;
import org.wengert.tck.random.Rounding;
import org.wengert.tck.random.Search;

/**
 * What holds for random expressions of all operations. How many are tried, how large and from which seed, say the system
 * properties that {@link Search#ofSystemProperties()} names; a failure tells the smallest expression that was found.
 */
public interface ExpressionContract extends EngineContract {
    /** Tries a property, each time with an engine of its own. */
    private void forAll(String property, BiConsumer<Engine, Expression> check) {
        Search.ofSystemProperties().forAll(property, engine().name(), expression -> {
            try (Engine engine = open()) {
                check.accept(engine, expression);
            }
        });
    }

    private ForwardMode forwardMode(Expression expression) {
        return ForwardMode.of(expression, Rounding.of(arithmetic()));
    }

    private void assertWithin(String what, double[] expected, double[] errors, double... actual) {
        for (int i = 0; i < expected.length; i++) {
            Close.Rule rule = tolerances().bounded(errors[i]);
            if (!rule.accepts(expected[i], actual[i])) {
                Close.assertClose(what + ", number " + i + ", bound " + errors[i], rule, expected[i], actual[i]);
            }
        }
    }

    /** Both gradients computed by the engine, each of which may be off. */
    private void assertGradients(
            String what, ForwardMode mode, int root, double[] seed, List<double[]> expected, List<double[]> actual) {
        List<Integer> variables = mode.expression().variables();
        for (int k = 0; k < expected.size(); k++) {
            double[] errors = mode.gradientErrors(root, variables.get(k), seed);
            double[] twice = Arrays.stream(errors).map(error -> 2 * error).toArray();
            assertWithin(what + ": gradient of v" + variables.get(k), expected.get(k), twice, actual.get(k));
        }
    }

    private static void assertSame(String what, List<double[]> expected, List<double[]> actual) {
        for (int k = 0; k < expected.size(); k++) {
            Close.assertSame(what + " " + k, expected.get(k), actual.get(k));
        }
    }

    @Test
    default void aRandomExpressionIsDifferentiatedAsForwardModeDoes() {
        forAll("forward mode", (engine, expression) -> {
            ForwardMode mode = forwardMode(expression);
            Recording recording = Recording.of(engine, expression).backward();

            for (int v = 0; v < expression.nodes().size(); v++) {
                assertWithin(
                        "value v" + v,
                        mode.numbers(v),
                        mode.errors(v),
                        recording.value(v).data());
            }
            double[] seed = expression.seed();
            for (int v : expression.variables()) {
                assertWithin(
                        "gradient of v" + v,
                        mode.gradient(expression.root(), v, seed),
                        mode.gradientErrors(expression.root(), v, seed),
                        recording.value(v).grad().data());
            }
        });
    }

    @Test
    default void aRandomExpressionIsDifferentiatedAsDifferencesAre() {
        forAll("central differences", (engine, expression) -> new Differences(this, engine, expression).check());
    }

    @Test
    default void backwardIsLinearInItsSeed() {
        forAll("linear in the seed", (engine, expression) -> {
            ForwardMode mode = forwardMode(expression);
            Recording recording = Recording.of(engine, expression);
            double[] first = expression.seed();
            double[] second = Expression.weights(first.length + 3);
            second = Arrays.copyOfRange(second, 3, second.length);
            double[] both = new double[first.length];
            for (int i = 0; i < both.length; i++) {
                both[i] = -4 * first[i] + second[i];
            }

            List<double[]> ofFirst = gradients(recording, recording.root(), first);
            List<double[]> ofSecond = gradients(recording, recording.root(), second);
            List<double[]> ofBoth = gradients(recording, recording.root(), both);

            double[] sizes = new double[both.length];
            Arrays.setAll(sizes, i -> 4 * Math.abs(first[i]) + 2);
            assertGradients("seeds", mode, expression.root(), sizes, sum(-4, ofFirst, ofSecond), ofBoth);
        });
    }

    private static List<double[]> gradients(Recording recording, Value root, double... seed) {
        recording.zero();
        root.backward(seed);
        return recording.gradients();
    }

    /** {@code factor * left + right}. */
    private static List<double[]> sum(double factor, List<double[]> left, List<double[]> right) {
        double[][] sums = new double[left.size()][];
        for (int k = 0; k < sums.length; k++) {
            sums[k] = right.get(k).clone();
            for (int i = 0; i < sums[k].length; i++) {
                sums[k][i] += factor * left.get(k)[i];
            }
        }
        return List.of(sums);
    }

    @Test
    default void theGradientOfASumIsTheSumOfGradients() {
        forAll("gradient of a sum", (engine, expression) -> {
            ForwardMode mode = forwardMode(expression);
            Recording recording = Recording.of(engine, expression);
            int middle = expression.nodes().size() / 2;
            Value f = recording.root().sum();
            Value g = recording.value(middle).sum();

            List<double[]> ofF = gradients(recording, f, 1);
            List<double[]> ofG = gradients(recording, g, 1);
            List<double[]> ofSum = gradients(recording, f.add(g), 1);

            List<double[]> expected = sum(1, ofF, ofG);
            List<Integer> variables = expression.variables();
            for (int k = 0; k < expected.size(); k++) {
                double[] errors = mode.gradientErrors(expression.root(), variables.get(k), ones(recording.root()));
                double[] others = mode.gradientErrors(middle, variables.get(k), ones(recording.value(middle)));
                for (int i = 0; i < errors.length; i++) {
                    errors[i] = 4 * (errors[i] + others[i]);
                }
                assertWithin("gradient of v" + variables.get(k), expected.get(k), errors, ofSum.get(k));
            }
        });
    }

    private static double[] ones(Value value) {
        double[] ones = new double[value.shape().size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    default void theOrderOfRecordingChangesNoValueAndNoGradient() {
        forAll("order of recording", (engine, expression) -> {
            Rewriting other = Rewriting.reordered(expression, new Random(7));
            Recording recording = Recording.of(engine, expression).backward();
            Recording reordered = Recording.of(engine, other.expression());
            reordered.root().backward(expression.seed());

            ForwardMode mode = forwardMode(expression);
            for (int v = 0; v < expression.nodes().size(); v++) {
                Value moved = reordered.value(other.places()[v]);
                Close.assertSame("value v" + v, recording.value(v).data(), moved.data());
            }
            for (int v : expression.variables()) {
                double[] errors = mode.gradientErrors(expression.root(), v, expression.seed());
                assertWithin(
                        "gradient of v" + v,
                        recording.value(v).grad().data(),
                        Arrays.stream(errors).map(error -> 2 * error).toArray(),
                        reordered.value(other.places()[v]).grad().data());
            }
        });
    }

    @Test
    default void labelsChangeNoBit() {
        forAll("labels", (engine, expression) -> {
            List<double[]> plain = Recording.of(engine, expression).backward().gradients();
            Recording labelled = Recording.of(engine, expression);
            for (int v = 0; v < expression.nodes().size(); v++) {
                labelled.value(v).label("value " + v % 3);
            }

            assertSame("gradient", plain, labelled.backward().gradients());
        });
    }

    @Test
    default void nestedScopesChangeNoBit() {
        forAll("nested scopes", (engine, expression) -> {
            List<double[]> plain = Recording.of(engine, expression).backward().gradients();
            try (Scope outer = engine.scope()) {
                Recording nested = Recording.inScopes(engine, expression);

                assertSame("gradient", plain, nested.backward().gradients());
            }
        });
    }

    @Test
    default void aSecondBackwardGivesTheSameBitsAndAddsThemUp() {
        forAll("second backward", (engine, expression) -> {
            Recording recording = Recording.of(engine, expression).backward();
            List<double[]> once = recording.gradients();
            List<double[]> inside = recording.allGradients();

            assertSame(
                    "added gradient", sum(1, once, once), recording.backward().gradients());
            recording.zero();
            assertSame("gradient", once, recording.backward().gradients());
            assertSame("gradient of value", inside, recording.allGradients());
        });
    }

    @Test
    default void aStretchedOperandGetsTheSumOfWhatItsCopiesWouldGet() {
        forAll("broadcasting", (engine, expression) -> {
            Rewriting copies = Rewriting.stretched(expression);
            Recording recording = Recording.of(engine, expression).backward();
            Recording apart = Recording.of(engine, copies.expression());
            apart.root().backward(expression.seed());

            ForwardMode mode = forwardMode(expression);
            for (int v : expression.variables()) {
                double[] sum = apart.value(copies.places()[v]).grad().data();
                for (Rewriting.Stretched copy : copies.stretched()) {
                    double[] gradient = apart.value(copy.place()).grad().data();
                    for (int i = 0; i < gradient.length && copy.variable() == v; i++) {
                        sum[copy.sources()[i]] += gradient[i];
                    }
                }
                double[] errors = mode.gradientErrors(expression.root(), v, expression.seed());
                assertWithin(
                        "gradient of v" + v,
                        sum,
                        Arrays.stream(errors).map(error -> 2 * error).toArray(),
                        recording.value(v).grad().data());
            }
        });
    }

    @Test
    default void inferenceGivesTheValuesOfRecording() {
        forAll("inference", (engine, expression) -> {
            Recording recording = Recording.of(engine, expression);
            try (Scope inference = engine.inference()) {
                Recording inferred = Recording.of(engine, expression);

                for (int v = 0; v < expression.nodes().size(); v++) {
                    Close.assertSame(
                            "value v" + v,
                            recording.value(v).data(),
                            inferred.value(v).data());
                }
            }
        });
    }
}
