package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

class DropoutTest {
    private static final int MANY = 40_001;

    private static Pass learning(long seed) {
        return Pass.training(Randoms.seeded(seed));
    }

    @EachVariant
    void dropsTheShareAskedForAndScalesTheRestSoThatTheMeanStays(String variant) {
        try (Engine engine = Variant.open(variant)) {
            double[] ones = new double[MANY];
            Arrays.fill(ones, 1);
            Value x = engine.constant(Shape.of(MANY), ones);
            for (double rate : new double[] {0.1, 0.25, 0.5, 0.9}) {
                double[] y = Dropout.of(engine, rate).forward(x, learning(3)).data();
                long dropped = Arrays.stream(y).filter(number -> number == 0).count();
                double deviation = Math.sqrt(rate * (1 - rate) / MANY);
                assertEquals(rate, (double) dropped / MANY, 5 * deviation, "5 standard deviations around the rate");
                assertTrue(Arrays.stream(y).allMatch(number -> number == 0 || number == 1 / (1 - rate)));
                // Neighbours must not share their fate: each pair is dropped together as chance has it.
                long pairs = 0;
                for (int i = 1; i < y.length; i++) {
                    pairs += y[i] == 0 && y[i - 1] == 0 ? 1 : 0;
                }
                assertEquals(rate * rate, (double) pairs / (MANY - 1), 8 * Math.sqrt(rate * rate / MANY));
            }
        }
    }

    @EachVariant
    void oneSeedGivesOneMaskOnEveryEngineAndAnotherSeedAnother(String variant) {
        try (Engine engine = Variant.open(variant);
                Engine other = Variant.open("scalar")) {
            double[] numbers = Randoms.seeded(5).doubles(100).toArray();
            double[] masked = Dropout.of(engine, 0.3)
                    .forward(engine.constant(Shape.of(10, 10), numbers), learning(8))
                    .data();
            double[] elsewhere = Dropout.of(other, 0.3)
                    .forward(other.constant(Shape.of(10, 10), numbers), learning(8))
                    .data();
            double[] otherSeed = Dropout.of(engine, 0.3)
                    .forward(engine.constant(Shape.of(10, 10), numbers), learning(9))
                    .data();
            assertArrayEquals(elsewhere, masked, 0);
            assertFalse(Arrays.equals(masked, otherSeed));
        }
    }

    @EachVariant
    void theGradientGoesWhereTheNumberWent(String variant) {
        try (Engine engine = Variant.open(variant)) {
            Variable x = engine.variable(
                    Shape.of(50), Randoms.seeded(5).doubles(50, 1, 2).toArray());
            Value y = Dropout.of(engine, 0.4).forward(x, learning(2));
            y.sum().backward();
            double[] expected = y.data();
            double[] gradient = x.grad().data();
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i] == 0 ? 0 : 1 / 0.6, gradient[i], 1e-15);
            }
        }
    }

    @EachVariant
    void changesNothingInAnAnswerOrAtRateZero(String variant) {
        try (Engine engine = Variant.open(variant)) {
            Value x = engine.constant(Shape.of(2), 1, 2);
            assertSame(x, Dropout.of(engine, 0.5).forward(x));
            assertSame(x, Dropout.of(engine, 0.5).forward(x, Pass.EVALUATION));
            assertSame(x, Dropout.of(engine, 0).forward(x, learning(1)));
            Refused.with(
                    ModelException.class,
                    "dropout: the rate must be at least 0 and below 1: got 1.0",
                    () -> Dropout.of(engine, 1));
        }
    }
}
