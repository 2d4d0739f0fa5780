package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Binary;
import org.wengert.op.Unary;
import org.wengert.tck.example.ListEngineProvider;

class GradientsTest {
    private static final Unary CUBE = Unary.of("cube", x -> x * x * x, (x, y) -> 3 * x * x);

    private final Engine engine =
            Engines.open(new ListEngineProvider(), Configuration.of(Map.of(), Map.of(), Map.of(), Map.of()));

    @AfterEach
    void close() {
        engine.close();
    }

    private static String failure(Supplier<Value> function, Variable... variables) {
        return assertThrows(AssertionFailedError.class, () -> Gradients.assertCorrect("f", function, variables))
                .getMessage();
    }

    private static void assertSays(String expected, String message) {
        assertTrue(message.contains(expected), () -> "'" + expected + "' expected in: " + message);
    }

    @Test
    void aRightFunctionPasses() {
        Variable w = engine.variable(Shape.of(2), 0.5, -1);

        assertEquals(
                2,
                Gradients.assertCorrect(() -> w.apply(CUBE).tanh(), w).entries().size());
    }

    @Test
    void aRightOperationPasses() {
        Binary hypot = Binary.of("hypot", Math::hypot, (a, b, y) -> a / y, (a, b, y) -> b / y);

        assertEquals(
                3, Gradients.assertCorrect(engine, CUBE, -2, 0.5, 3).entries().size());
        assertEquals(
                4,
                Gradients.assertCorrect(engine, hypot, new double[] {1, -3}, new double[] {2, 4})
                        .entries()
                        .size());
    }

    @Test
    void aWrongSlopeIsNamedWithItsPointAndItsFactor() {
        Unary wrong = Unary.of("cube", x -> x * x * x, (x, y) -> x * x);

        String message = assertThrows(AssertionFailedError.class, () -> Gradients.assertCorrect(engine, wrong, 0, 1, 2))
                .getMessage();

        assertSays("gradient of cube: 2 of 3 numbers are wrong:\n  by x[1] at 1.0: backward gives ", message);
        assertSays("wrong by a factor of 0.333", message);
    }

    @Test
    void aWrongPartialDerivativeIsNamedByItsOperand() {
        Binary wrong = Binary.of("product", (a, b) -> a * b, (a, b, y) -> b, (a, b, y) -> -a);

        String message = assertThrows(
                        AssertionFailedError.class,
                        () -> Gradients.assertCorrect(engine, wrong, new double[] {2}, new double[] {5}))
                .getMessage();

        assertSays("gradient of product: 1 of 2 numbers are wrong:\n  by b[0] at 5.0: backward gives -2.0", message);
        assertSays("the sign is wrong", message);
    }

    @Test
    void aNumberTakenOutOnTheWayIsSuspected() {
        Variable x = engine.variable(2).label("x");

        assertSays("by x[0] at 2.0: backward gives 0.0", failure(() -> engine.constant(x.item() * 3), x));
        assertSays("nothing arrives", failure(() -> engine.constant(x.item() * 3), x));
    }

    @Test
    void aKinkIsSaid() {
        Variable x = engine.variable(0);

        String message = failure(x::relu, x);

        assertSays("variable 0[0] at 0.0", message);
        assertSays("a kink: there is no single slope here", message);
    }

    @Test
    void theEndOfADomainIsSaid() {
        Variable x = engine.variable(0);

        assertSays("the function is not finite around here", failure(x::log, x));
    }

    @Test
    void aSlopeThatIsNotFiniteIsSaid() {
        Unary wrong = Unary.of("wrong", x -> x, (x, y) -> 0 * Double.POSITIVE_INFINITY);
        Variable x = engine.variable(0);

        assertSays("an infinite one was multiplied by zero", failure(() -> x.apply(wrong), x));
    }

    @Test
    void aFunctionThatDrawsRandomNumbersIsRefused() {
        Random random = new Random(1);
        Variable x = engine.variable(1);

        assertSays("f gives another value when called again", failure(() -> x.mul(random.nextDouble()), x));
    }

    @Test
    void ofManyFailuresTheFirstAreShown() {
        Variable x = engine.variable(Shape.of(25), Points.random(1, 25));

        String message =
                failure(() -> x.sub(engine.constant(x.shape(), x.data()).mul(3)), x);

        assertSays("25 of 25 numbers are wrong", message);
        assertSays("\n  and 15 more", message);
        assertEquals(12, message.lines().count());
    }
}
