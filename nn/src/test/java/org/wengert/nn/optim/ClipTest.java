package org.wengert.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Variable;
import org.wengert.error.ConfigurationException;
import org.wengert.error.NonFiniteException;
import org.wengert.nn.Close;
import org.wengert.nn.EachVariant;
import org.wengert.nn.Refused;
import org.wengert.nn.Variant;

class ClipTest {
    private static final double ULPS = 1e-15;

    /** Two variables at 0 whose gradients are (3, 4) and 12: of norm 13. */
    private static final class Thirteen {
        final Engine engine;
        final Variable a;
        final Variable b;

        Thirteen(Engine engine) {
            this.engine = engine;
            a = engine.variable(Shape.of(2), 0, 0).label("a");
            b = engine.variable(0).label("b");
        }

        void step(Optimizer optimizer) {
            try (Scope scope = engine.scope()) {
                optimizer.minimize(
                        a.mul(engine.constant(Shape.of(2), 3, 4)).sum().add(b.mul(12)));
            }
        }
    }

    @EachVariant
    void allGradientsTogetherAreCutToTheNormInTheirDirection(String name) {
        try (Engine engine = Variant.open(name)) {
            Thirteen w = new Thirteen(engine);
            w.step(new Sgd(List.of(w.a, w.b), 1).clip(Clip.norm(6.5)));
            assertArrayEquals(new double[] {-1.5, -2}, w.a.data());
            assertEquals(-6, w.b.item());
        }
    }

    @EachVariant
    void whatIsWithinTheNormIsNotTouched(String name) {
        try (Engine engine = Variant.open(name)) {
            Thirteen w = new Thirteen(engine);
            w.step(new Sgd(List.of(w.a, w.b), 1).clip(Clip.norm(13)));
            assertArrayEquals(new double[] {-3, -4}, w.a.data());
            assertEquals(-12, w.b.item());
        }
    }

    @EachVariant
    void eachNumberIsCutByItselfByValue(String name) {
        try (Engine engine = Variant.open(name)) {
            Thirteen w = new Thirteen(engine);
            w.step(new Sgd(List.of(w.a, w.b), 1).clip(Clip.value(3.5)));
            assertArrayEquals(new double[] {-3, -3.5}, w.a.data());
            assertEquals(-3.5, w.b.item());
        }
    }

    @EachVariant
    void boundsMayChangeBetweenSteps(String name) {
        try (Engine engine = Variant.open(name)) {
            Thirteen w = new Thirteen(engine);
            Sgd sgd = new Sgd(List.of(w.a, w.b), 1);
            double[] expected = {-12, -12 - 2, -12 - 2 - 6, -12 - 2 - 6 - 3, -12 - 2 - 6 - 3 - 12};
            Clip[] clips = {Clip.NONE, Clip.value(2), Clip.norm(6.5), Clip.norm(3.25), Clip.NONE};
            for (int i = 0; i < clips.length; i++) {
                sgd.clip(clips[i]);
                w.step(sgd);
                assertEquals(expected[i], w.b.item());
            }
        }
    }

    @EachVariant
    void weightDecayIsAddedAfterClipping(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable w = engine.variable(10);
            new Sgd(1, Sgd.Settings.PLAIN, Group.of(List.of(w)).weightDecay(0.5))
                    .clip(Clip.value(1))
                    .minimize(w.mul(100));
            assertEquals(10 - (1 + 0.5 * 10), w.item());
        }
    }

    @EachVariant
    void theNormIsThatOfAllNumbers(String name) {
        try (Engine engine = Variant.open(name)) {
            Thirteen w = new Thirteen(engine);
            assertEquals(0, GradientNorm.of(List.of(w.a, w.b)));
            w.a.mul(engine.constant(Shape.of(2), 3, 4)).sum().add(w.b.mul(12)).backward();
            assertEquals(13, GradientNorm.of(List.of(w.a, w.b)));
            assertEquals(5, GradientNorm.of(List.of(w.a)));
            assertArrayEquals(new double[] {3, 4}, w.a.grad().data());
        }
    }

    /** Their squares are beyond the largest double, they are not. */
    @EachVariant
    void aNormDoesNotOverflowWhereNumbersDoNot(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable w = engine.variable(Shape.of(2), 0, 0);
            w.mul(engine.constant(Shape.of(2), 3e200, -4e200)).sum().backward();
            Close.assertClose("norm", 5e200, GradientNorm.of(List.of(w)), ULPS, 0);
        }
    }

    @EachVariant
    void aGradientThatIsNotFiniteIsNamedAndNothingMoves(String name) {
        try (Engine engine = Variant.open(name)) {
            Thirteen w = new Thirteen(engine);
            Optimizer adam = new Adam(List.of(w.a, w.b), 1).clip(Clip.norm(1));
            OptimizerState before = adam.snapshot();
            Refused.with(
                    NonFiniteException.class,
                    "gradient norm: the gradient of 'a' is not finite: number 1 of 2 is NaN; the first operation it"
                            + " came from is found by Graph.firstNonFinite",
                    () -> adam.minimize(w.a.mul(engine.constant(Shape.of(2), 3, Double.NaN))
                            .sum()
                            .add(w.b)));
            assertArrayEquals(new double[2], w.a.data());
            assertEquals(0, w.b.item());
            assertEquals(before, adam.snapshot());
        }
    }

    @Test
    void singlePrecisionIsClippedByANormInDouble() {
        try (Engine engine = Engines.open("tape", Map.of("wengert.tape.precision", "float32"))) {
            Variable w = engine.variable(Shape.of(2), 0, 0);
            Optimizer sgd = new Sgd(List.of(w), 1).clip(Clip.norm(1));
            sgd.minimize(w.mul(engine.constant(Shape.of(2), 3e30, 4e30)).sum());
            Close.assertClose("w", new double[] {-0.6, -0.8}, w.data(), 2e-7, 0);
        }
    }

    @Test
    void boundsStandAmongTheSettings() {
        try (Engine engine = Engines.open("scalar")) {
            List<Variable> w = List.of(engine.variable(1));
            assertEquals("none", new Sgd(w, 1).settings().get("clip"));
            assertEquals(
                    "norm 0.5", new Sgd(w, 1).clip(Clip.norm(0.5)).settings().get("clip"));
            assertEquals(
                    "value 2.0", new Sgd(w, 1).clip(Clip.value(2)).settings().get("clip"));
        }
    }

    @Test
    void boundsThatAreNoneAreRefused() {
        Refused.with(
                ConfigurationException.class,
                "clip: the bound of the norm must be a finite number above 0: got 0.0",
                () -> Clip.norm(0));
        Refused.with(
                ConfigurationException.class,
                "clip: the bound of the gradient must be a finite number above 0: got NaN",
                () -> Clip.value(Double.NaN));
    }
}
