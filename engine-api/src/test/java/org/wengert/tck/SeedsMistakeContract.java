package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Graph;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** Mistakes in the founding documents, and what is right instead; each test begins with the id of its row. */
@Proves(Level.CORE)
public interface SeedsMistakeContract extends EngineContract {
    @Test
    default void b1ASharedInnerValueSendsItsGradientOnce() {
        Variable a = engine().variable(3);
        Value b = a.mul(2);
        Value c = b.add(1);
        Value e = b.mul(c);
        e.backward();

        Close.assertSame("e", 42, e.item());
        Close.assertSame("da", 26, a.grad().item());
    }

    @Test
    default void b2TheOrderOfOperandsIsKeptSoTwentyRunsGiveTheSameBits() {
        double[] first = microgradGradients();
        for (int run = 0; run < 20; run++) {
            assertArrayEquals(first, microgradGradients());
        }
    }

    private double[] microgradGradients() {
        try (Engine engine = open()) {
            Variable a = engine.variable(-4.1);
            Variable b = engine.variable(2.3);
            Value g = SeedGraphs.micrograd(a, b);
            g.backward();
            return new double[] {g.item(), a.grad().item(), b.grad().item()};
        }
    }

    @Test
    default void b3InnerGradientsAreFreshInEachBackward() {
        Variable x = engine().variable(3);
        Value cube = x.mul(x).mul(x);
        cube.backward();
        Close.assertSame("first", 27, x.grad().item());
        x.zeroGrad();
        cube.backward();
        Close.assertSame("second", 27, x.grad().item());
    }

    @Test
    default void b3BackwardTwiceDoublesLeavesAndNothingElse() {
        Variable a = engine().variable(3);
        Variable b = engine().variable(2);
        Variable d = engine().variable(1);
        Value c = a.add(b);
        Value e = c.mul(d);
        e.backward();
        e.backward();

        Close.assertSame("a", 2, a.grad().item());
        Close.assertSame("b", 2, b.grad().item());
        Close.assertSame("d", 10, d.grad().item());
        Close.assertSame("c", 1, c.grad().item());
    }

    @Test
    default void b4LeavesAddUpOverLosses() {
        Variable w = engine().variable(2);
        w.mul(3).backward();
        w.mul(w).backward();

        Close.assertSame("sum of both", 3 + 4, w.grad().item());
    }

    @Test
    default void b5AProductIsCalledAProduct() {
        Variable a = engine().variable(2);

        assertEquals("*", a.mul(a).op().orElseThrow().symbol());
    }

    @Test
    default void b6TheExpressionIsThatOfTheCode() {
        Variable a = engine().variable(2);

        Close.assertSame("as in the code", -8, a.mul(-3).add(10).mul(-2).item());
        Close.assertSame("as in the text", -32, a.mul(3).add(10).mul(-2).item());
    }

    @Test
    default void b7BackwardOfALeafDoesNothingElse() {
        Variable a = engine().variable(2);
        a.backward();

        Close.assertSame("a", 1, a.grad().item());
        engine().constant(2).backward();
    }

    @Test
    default void b11SumAndMeanOfSquaredErrorsAreDifferentThings() {
        double[] predictions = {0.9546449303477701, -0.9689588412922081, -0.9003119042863683, 0.9138192863970791};
        Value errors = engine().constant(Shape.of(4), predictions)
                .sub(engine().constant(Shape.of(4), 1, -1, -1, 1))
                .square();

        if (arithmetic().precision().holds(predictions)) {
            Close.assertSame("sum", 0.020385467701199818, errors.sum().item());
            Close.assertSame("mean", 0.0050963669252999545, errors.mean().item());
        }
        double sum = 0;
        for (double prediction : held(predictions)) {
            sum += Math.pow(Math.abs(prediction) - 1, 2); // each target is the prediction's sign
        }
        Close.assertClose("sum", tolerances().slope(), sum, errors.sum().item());
        Close.assertClose("mean", tolerances().slope(), sum / 4, errors.mean().item());
    }

    @Test
    default void b14And15TanhNeitherOverflowsNorLosesSmallNumbers() {
        for (double at : new double[] {360, 710, 1000, -360, -710, -1000}) {
            Variable x = engine().variable(at);
            Value y = x.tanh();
            y.backward();
            Close.assertSame("tanh(" + at + ")", Math.signum(at), y.item());
            Close.assertClose(
                    "its gradient", Close.within(0, 1e-300), 0, x.grad().item());
        }
        Close.assertSame(
                "tanh(1e-17)",
                arithmetic().round(1e-17),
                engine().constant(1e-17).tanh().item());
    }

    @Test
    default void b16DivisionIsATrueDivision() {
        Variable a = engine().variable(10);
        Variable b = engine().variable(3);
        Value quotient = a.div(b);
        quotient.backward();

        Close.assertClose("10 / 3", tolerances().same(), 3.3333333333333335, quotient.item());
        Close.assertClose("1 / b", tolerances().same(), 1.0 / 3, a.grad().item());
        Close.assertClose("-a / b^2", tolerances().ulps(1), -10.0 / 9, b.grad().item());
    }

    @Test
    default void b17PowersZeroAndOneHaveASlopeAtZero() {
        Variable x = engine().variable(0);
        x.pow(0).backward();
        Close.assertSame("x^0", 0, x.grad().item());
        x.pow(1).backward();
        Close.assertSame("x^1", 1, x.grad().item());
    }

    @Test
    default void b18AFractionalPowerOfANegativeNumberIsNaNAndIsFound() {
        Variable x = engine().variable(-2);
        Value root = x.mul(2).pow(0.5);
        Value sum = root.add(1);

        Close.assertSame("value", Double.NaN, sum.item());
        assertEquals(Optional.of(root), Graph.firstNonFinite(sum));
    }

    @Test
    default void b20APowerIsLabelledWithItsExponent() {
        assertEquals("**2", engine().variable(3).pow(2).op().orElseThrow().symbol());
    }

    @Test
    default void b26AMillionOperationsDoNotOverflowTheStack() {
        Variable x = engine().variable(1);
        try (Scope scope = engine().scope()) {
            Value y = x;
            for (int i = 0; i < 1_000_000; i++) {
                y = y.mul(x);
            }
            y.backward();
        }

        Close.assertSame("gradient", 1_000_001, x.grad().item());
    }
}
