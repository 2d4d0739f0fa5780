package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.wengert.GradientCheck;
import org.wengert.GradientReport;
import org.wengert.Shape;
import org.wengert.Variable;
import org.wengert.op.Unary;

/** The check that users have for functions of their own, on this engine. */
@Proves(Level.CORE)
public interface GradientCheckContract extends EngineContract {
    @Test
    default void aRightGradientPasses() {
        Variable x = engine().variable(Shape.of(3), 0.5, -1, 2);
        Variable w = engine().variable(new double[][] {{1, 2}, {0.3, -1}, {2, 2}});

        GradientReport report = GradientCheck.of(() -> x.matmul(w).tanh().mean(), x, w);

        assertTrue(report.passed(), report::toString);
        assertEquals(9, report.entries().size());
    }

    @Test
    default void aWrongSlopeIsFoundAndNamed() {
        Variable x = engine().variable(Shape.of(2), 0.5, 3).label("x");
        Variable y = engine().variable(0.25).label("y");
        Unary wrong = Unary.of("wrong", v -> v * v, (v, value) -> v < 1 ? 2 * v : 3 * v);

        GradientReport report = GradientCheck.of(() -> x.apply(wrong).sum().add(y), x, y);

        assertFalse(report.passed());
        GradientReport.Entry failure = report.failures().get(0);
        assertEquals(1, report.failures().size());
        assertEquals("x", failure.variable());
        assertEquals(1, failure.index());
        assertEquals(9, failure.analytic());
        assertEquals(6, failure.numeric(), tolerances().difference());
        assertEquals(3, failure.absoluteError(), tolerances().difference());
        assertEquals(1.0 / 3, failure.relativeError(), tolerances().difference());
        assertFalse(failure.kinkSuspected());
        assertTrue(
                report.toString()
                        .startsWith("gradient check failed for 1 of 3 numbers:\n  x[1]: analytic 9.0, numeric "),
                report::toString);
    }

    @Test
    default void aKinkIsSuspectedBesideReluAbsAndMaximumAtZero() {
        for (Unary op : new Unary[] {Unary.RELU, Unary.ABS, Unary.leakyRelu(0.1)}) {
            Variable x = engine().variable(0);
            assertTrue(GradientCheck.of(() -> x.apply(op), x).worst().kinkSuspected(), op::name);
        }
        Variable x = engine().variable(0);
        assertTrue(GradientCheck.of(() -> x.maximum(0), x).worst().kinkSuspected());
    }

    @Test
    default void noKinkIsSuspectedWhereTheFunctionIsSmooth() {
        for (double at : new double[] {-3, -0.5, 0, 0.5, 3, 1000}) {
            Variable x = engine().variable(at);
            GradientReport report = GradientCheck.of(() -> x.mul(0.01).tanh().mul(x), x);
            assertFalse(report.worst().kinkSuspected(), report::toString);
        }
    }

    @Test
    default void variablesKeepTheirNumbersAndTheirGradientsAreZeroAfterwards() {
        Variable x = engine().variable(Shape.of(2), 0.1, 0.7);
        x.sum().backward();

        GradientCheck.of(() -> x.mul(x), x);

        Close.assertSame("numbers", held(0.1, 0.7), x.data());
        Close.assertSame("gradients", new double[2], x.grad().data());
    }

    @Test
    default void variablesGetTheirNumbersBackWhenTheFunctionThrows() {
        Variable x = engine().variable(Shape.of(2), 0.1, 0.7);
        int[] calls = {0};

        assertThrows(
                IllegalStateException.class,
                () -> GradientCheck.of(
                        () -> {
                            if (calls[0]++ == 4) {
                                throw new IllegalStateException("on purpose");
                            }
                            return x.mul(x);
                        },
                        x));

        Close.assertSame("numbers", held(0.1, 0.7), x.data());
        Close.assertSame("gradients", new double[2], x.grad().data());
    }

    @Test
    default void anArrayIsCheckedWithWeightsThatNoTwoErrorsCancelIn() {
        Variable x = engine().variable(Shape.of(2), 0.5, 2);
        Unary wrong = Unary.of("wrong", v -> v, (v, value) -> v < 1 ? 1.25 : 0.75);

        assertFalse(GradientCheck.of(() -> x.apply(wrong).add(x.apply(wrong).slice(0, 0, 1)), x)
                .passed());
    }

    @Test
    default void variablesWithoutALabelAreNamedByTheirPlace() {
        Variable a = engine().variable(1);
        Variable b = engine().variable(2);

        GradientReport report = GradientCheck.of(() -> a.mul(b), a, b);

        assertEquals("variable 1", report.entries().get(1).variable());
    }

    @Test
    default void noVariableIsRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> GradientCheck.of(() -> engine().constant(1)));

        assertEquals("gradient check: no variable to differentiate by was given", refused.getMessage());
    }
}
