package org.wengert.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ClosedEngineException;
import org.wengert.error.ConfigurationException;
import org.wengert.error.ForeignValueException;
import org.wengert.error.NonFiniteException;
import org.wengert.nn.Activation;
import org.wengert.nn.Close;
import org.wengert.nn.EachVariant;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Refused;
import org.wengert.nn.Variant;

class LbfgsTest {
    /** Steps so exactly to the lowest point of a line that rounding alone is left. */
    private static final Lbfgs.Settings EXACT = new Lbfgs.Settings(10, 1e-12, 1e-9, 50, 1e-8);

    /** Of Rosenbrock (1960) in any even number of dimensions, its minimum at 1, 1, ... */
    private static Value valley(Variable w) {
        int n = w.shape().size();
        Value x = w.slice(0, 0, n, 2);
        Value y = w.slice(0, 1, n, 2);
        return y.sub(x.square()).square().mul(100).add(x.rsub(1).square()).sum();
    }

    @EachVariant
    void theCurvedValleyIsFollowedToItsEnd(String name) {
        try (Engine engine = Variant.open(name)) {
            for (int n : new int[] {2, 20}) {
                double[] start = new double[n];
                double[] ones = new double[n];
                for (int i = 0; i < n; i++) {
                    start[i] = i % 2 == 0 ? -1.2 - 0.01 * i : 1 + 0.02 * i;
                    ones[i] = 1;
                }
                Variable w = engine.variable(Shape.of(n), start);
                Lbfgs lbfgs = new Lbfgs(List.of(w), Lbfgs.Settings.USUAL);

                Lbfgs.Step end = lbfgs.minimize(() -> valley(w), n == 2 ? 50 : 300);

                assertTrue(end.isMinimum(), end.toString());
                Close.assertClose("w", ones, w.data(), 1e-6, 0);
                assertArrayEquals(new double[n], w.grad().data());
            }
        }
    }

    /** {@code 2 sqrt(w)} is lowest at 0, where its slope is infinite; below 0 it is NaN. */
    @EachVariant
    void aGradientThatIsNotFiniteIsNoPlaceToGoToThoughTheLossIs(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable w = engine.variable(Shape.of(1), 1);
            Lbfgs lbfgs = new Lbfgs(List.of(w), Lbfgs.Settings.USUAL);
            Supplier<Value> loss = () -> w.sqrt().sum().mul(2);

            Lbfgs.Step end = lbfgs.minimize(loss, 20);

            assertTrue(w.data()[0] > 0 && w.data()[0] < 1, end.toString());
            assertTrue(Double.isFinite(end.steepness()), end.toString());
            w.set(0);
            Refused.with(
                    NonFiniteException.class,
                    "lbfgs: the gradient is not finite where it begins, though the loss is 0.0: step "
                            + (lbfgs.steps() + 1) + "; begin where both are finite",
                    () -> lbfgs.step(loss));
            assertArrayEquals(new double[] {0}, w.data());
        }
    }

    @EachVariant
    void variablesThatCannotMoveTogetherAreRefused(String name) {
        Engine closed = Variant.open(name);
        Variable gone = closed.variable(1.0).label("gone");
        closed.close();
        try (Engine engine = Variant.open(name);
                Engine other = Variant.open(name)) {
            Variable a = engine.variable(1.0).label("a");
            Variable b = other.variable(1.0).label("b");
            Refused.with(
                    ForeignValueException.class,
                    "optimizer: variables of two engines: 'a' of '" + engine.name() + "' and 'b' of '" + other.name()
                            + "'; use an optimiser for each",
                    () -> new Lbfgs(List.of(a, b), Lbfgs.Settings.USUAL));
            Refused.with(
                    ConfigurationException.class,
                    "optimizer: a variable stands twice: 'a' of shape []; each moves once a step, in one group",
                    () -> new Lbfgs(List.of(a, a), Lbfgs.Settings.USUAL));
            Refused.with(
                    ClosedEngineException.class,
                    "optimizer: the engine '" + engine.name()
                            + "' is closed; open one for as long as its variables are used",
                    () -> new Lbfgs(List.of(gone), Lbfgs.Settings.USUAL));
        }
    }

    /** With exact steps along each line, n conjugate directions lead to the minimum in n dimensions. */
    @EachVariant
    void aQuadraticIsSolvedInAsManyStepsAsItHasDimensions(String name) {
        double[] curvatures = {1, 3, 7, 12, 30};
        int n = curvatures.length;
        try (Engine engine = Variant.open(name)) {
            Variable w = engine.variable(Shape.of(n), 5, -4, 3, -2, 1);
            Supplier<Value> loss = () -> {
                Value mixed = w.add(w.sum().mul(0.25)); // so that axes are not the directions
                return mixed.square()
                        .mul(engine.constant(Shape.of(n), curvatures))
                        .sum();
            };
            Lbfgs lbfgs = new Lbfgs(List.of(w), EXACT);

            double before = lbfgs.minimize(loss, n - 1).steepness();
            double after = lbfgs.minimize(loss, 2).steepness();

            assertTrue(before > 1e-3, "too soon: " + before);
            assertTrue(after < 1e-7, "not there after n+1 steps: " + after);
        }
    }

    private static final class Xor {
        final Mlp model;
        final Value x;
        final Value t;

        Xor(Engine engine) {
            model = Mlp.of(engine, 2, Activation.TANH, 6, 1).initialize(3);
            x = engine.constant(Shape.of(4, 2), 0, 0, 0, 1, 1, 0, 1, 1);
            t = engine.constant(Shape.of(4), 0, 1, 1, 0);
        }

        Value loss() {
            return Loss.SUM_SQUARED_ERROR.of(model.forward(x), t);
        }
    }

    @EachVariant
    void aSmallNetworkLearnsExclusiveOrToTheLastDigits(String name) {
        try (Engine engine = Variant.open(name)) {
            Xor xor = new Xor(engine);
            Lbfgs.Step end = new Lbfgs(xor.model.variables(), Lbfgs.Settings.USUAL).minimize(xor::loss, 60);
            assertTrue(end.loss() < 1e-10, end.toString());
            Close.assertClose("loss", end.loss(), xor.loss().item(), 1e-12, 0);
        }
    }

    @EachVariant
    void aRestoredOneGoesOnWithTheSameBits(String name) {
        try (Engine engine = Variant.open(name);
                Engine other = Variant.open(name)) {
            Xor undisturbed = new Xor(engine);
            Lbfgs whole = new Lbfgs(undisturbed.model.variables(), new Lbfgs.Settings(3, 1e-4, 0.9, 25, 1e-12));
            whole.minimize(undisturbed::loss, 5);
            OptimizerState saved = whole.snapshot();
            double[] parameters = undisturbed.model.parameters();
            whole.minimize(undisturbed::loss, 6);

            Xor resumed = new Xor(other);
            resumed.model.setParameters(parameters);
            Lbfgs rest = new Lbfgs(resumed.model.variables(), new Lbfgs.Settings(3, 1e-4, 0.9, 25, 1e-12));
            rest.restore(saved);
            assertEquals(saved, rest.snapshot());
            rest.minimize(resumed::loss, 6);

            assertEquals(6, saved.arrays().size());
            assertEquals(11, rest.steps());
            assertArrayEquals(undisturbed.model.parameters(), resumed.model.parameters());
            assertEquals(whole.snapshot(), rest.snapshot());
        }
    }

    /** Float32 rounds each point: the curvature is learnt from where the engine was, and no digit is pretended. */
    @Test
    void singlePrecisionGetsAsFarAsItsDigits() {
        try (Engine engine = Engines.open("tape", Map.of("wengert.tape.precision", "float32"))) {
            Variable w = engine.variable(Shape.of(2), -1.2, 1);
            new Lbfgs(List.of(w), Lbfgs.Settings.USUAL).minimize(() -> valley(w), 100);
            Close.assertClose("w", new double[] {1, 1}, w.data(), 1e-3, 0);
        }
    }

    @EachVariant
    void whereTheLossIsNotFiniteTheStepWasTooLong(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable w = engine.variable(8);
            new Lbfgs(List.of(w), Lbfgs.Settings.USUAL)
                    .minimize(() -> w.sub(w.log().mul(0.01)), 100);
            Close.assertClose("w", 0.01, w.item(), 1e-6, 0);
        }
    }

    @EachVariant
    void aLossThatIsNotFiniteAtTheBeginningIsRefused(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable w = engine.variable(-1);
            Refused.with(
                    NonFiniteException.class,
                    "lbfgs: the loss is NaN where it begins: step 1; begin where the loss is finite",
                    () -> new Lbfgs(List.of(w), Lbfgs.Settings.USUAL).step(w::log));
            assertEquals(-1, w.item());
        }
    }

    @EachVariant
    void aLossThatThrowsLeavesVariablesAsTheyWere(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable w = engine.variable(Shape.of(2), -1.2, 1);
            Lbfgs lbfgs = new Lbfgs(List.of(w), Lbfgs.Settings.USUAL);
            int[] calls = {0};

            assertThrows(
                    IllegalStateException.class,
                    () -> lbfgs.step(() -> {
                        if (++calls[0] == 2) {
                            throw new IllegalStateException();
                        }
                        return valley(w);
                    }));

            assertArrayEquals(new double[] {-1.2, 1}, w.data());
            assertEquals(0, lbfgs.steps());
        }
    }

    /** What was learnt about one loss is not taken for another's value, though it starts at the same place. */
    @EachVariant
    void anotherLossIsAskedAnew(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable w = engine.variable(3);
            Lbfgs lbfgs = new Lbfgs(List.of(w), Lbfgs.Settings.USUAL);
            lbfgs.minimize(() -> w.square(), 20);
            assertEquals(0, w.item(), 1e-7);
            Lbfgs.Step end = lbfgs.minimize(() -> w.sub(5).square(), 20);
            assertTrue(end.isMinimum());
            assertEquals(5, w.item(), 1e-7);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Engine engine = Engines.open("scalar");
        Variable w = engine.variable(Shape.of(2), -1.2, 1);
        Lbfgs lbfgs = new Lbfgs(List.of(w), Lbfgs.Settings.USUAL);
        lbfgs.minimize(() -> valley(w), 2);
        OptimizerState saved = lbfgs.snapshot();
        Map<String, double[]> arrays = new LinkedHashMap<>(saved.arrays());
        arrays.put("y.1", new double[3]);
        Refused.with(
                ConfigurationException.class,
                "optimizer: the saved array 'y.1' has another length: 3 numbers, needed are 2",
                () -> lbfgs.restore(new OptimizerState("lbfgs", saved.settings(), 2, 1, arrays)));
        arrays.remove("y.1");
        Refused.with(
                ConfigurationException.class,
                "optimizer: nothing here remembers the saved array 's.1': this remembers s.0, y.0; restore it into"
                        + " the optimiser of the same variables",
                () -> lbfgs.restore(new OptimizerState("lbfgs", saved.settings(), 2, 1, arrays)));
        Refused.with(
                ConfigurationException.class,
                "lbfgs: c2 must be above c1: c1 is 0.5, c2 is 0.5",
                () -> new Lbfgs.Settings(1, 0.5, 0.5, 1, 0));
        Refused.with(
                ConfigurationException.class,
                "lbfgs: there must be at least one step of history: got 0",
                () -> new Lbfgs.Settings(0, 0.1, 0.5, 1, 0));
        engine.close();
        assertThrows(ClosedEngineException.class, () -> lbfgs.step(() -> valley(w)));
    }
}
