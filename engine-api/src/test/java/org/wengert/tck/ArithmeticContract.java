package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** An engine computes in the precision that it declares, neither in a lower nor in a higher one. */
@Proves(Level.NUMERICS)
public interface ArithmeticContract extends EngineContract {
    /** Single precision drops it beside 1, double precision does not. */
    double BIT = 0x1p-30;

    @Test
    default void numbersHandedInAreRoundedToTheDeclaredPrecision() {
        double[] numbers = {1 + BIT, 0.1, 1e-40, 1e-320, 1e39, -1e300, Double.NaN, Double.NEGATIVE_INFINITY, -0.0};
        Shape shape = Shape.of(numbers.length);
        Variable x = engine().variable(shape, new double[numbers.length]);

        Close.assertSame(
                "variable", held(numbers), engine().variable(shape, numbers).data());
        Close.assertSame(
                "constant", held(numbers), engine().constant(shape, numbers).data());
        x.set(numbers);
        Close.assertSame("set", held(numbers), x.data());
        x.backward(numbers);
        Close.assertSame("gradient", held(numbers), x.grad().data());
        for (double number : numbers) {
            Close.assertSame(
                    "number",
                    arithmetic().round(number),
                    engine().variable(number).item());
        }
    }

    /** A way to 1 + 2^-30 from a = [1, 2^-30] and ones: a name and a function. */
    record Way(String name, BinaryOperator<Value> function) {}

    @TestFactory
    default Stream<DynamicTest> resultsHaveTheDeclaredPrecision() {
        return Stream.of(
                        new Way("add", (a, ones) -> a.slice(0, 0, 1).add(a.slice(0, 1, 2))),
                        new Way("mul", (a, ones) -> a.slice(0, 1, 2).add(1).mul(ones.slice(0, 0, 1))),
                        new Way(
                                "number",
                                (a, ones) -> a.gather(0, 0)
                                        .reshape()
                                        .add(a.gather(0, 1).reshape())),
                        new Way("sum", (a, ones) -> a.sum()),
                        new Way("mean", (a, ones) -> a.mean().mul(2)),
                        new Way("matmul", Value::matmul))
                .map(way -> test(way.name(), engine -> {
                    Variable a = engine.variable(Shape.of(2), 1, BIT);
                    Variable ones = engine.variable(Shape.of(2), 1, 1);

                    double[] result = way.function().apply(a, ones).data();

                    Close.assertSame(way.name() + " to 1 + 2^-30", arithmetic().round(1 + BIT), result[0]);
                }));
    }

    @Test
    default void gradientsHaveTheDeclaredPrecision() {
        Variable number = engine().variable(1);
        Variable array = engine().variable(Shape.of(3), 1, 1, 1);
        Variable matrix = engine().variable(Shape.of(1, 3), 1, 1, 1);

        for (double share : new double[] {1, BIT}) {
            number.mul(number.constantLike(share)).backward();
            array.mul(array.constantLike(share)).sum().backward();
            matrix.mul(matrix.constantLike(share)).sum().backward();
        }

        double expected = arithmetic().round(1 + BIT);
        Close.assertSame("number", expected, number.grad().item());
        Close.assertSame(
                "array",
                new double[] {expected, expected, expected},
                array.grad().data());
    }

    @Test
    default void noResultHasMoreDigitsThanDeclared() {
        Variable x = engine().variable(Shape.of(5, 7), Points.random(3, 35));
        Variable w = engine().variable(Shape.of(7, 4), Points.random(4, 28));

        Value hidden = x.matmul(w).tanh();
        Value loss = hidden.softmax(1).mul(hidden.exp()).mean(0).logSumExp();
        loss.backward();

        for (Value value : Arrays.asList(hidden, loss, x.grad(), w.grad(), hidden.grad())) {
            assertTrue(
                    arithmetic().precision().holds(value.data()),
                    () -> value + " has numbers that " + arithmetic().precision() + " does not hold");
        }
    }

    @Test
    default void numbersOverflowAndUnderflowAsInTheDeclaredPrecision() {
        Precision precision = arithmetic().precision();
        Variable large = engine().variable(Shape.of(2), precision.largest(), -precision.largest());
        Variable small = engine().variable(Shape.of(2), precision.smallestNormal(), precision.smallest());

        Close.assertSame(
                "twice the largest",
                new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY},
                large.mul(2).data());
        Close.assertSame(
                "half the smallest",
                new double[] {precision.smallestNormal() / 2, 0},
                small.mul(0.5).data());
    }
}
