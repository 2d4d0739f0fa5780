package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Variable;

class InitializerTest {
    private static final int DRAWS = 20_000;

    private static double[] draws(Initializer initializer, int fanIn, int fanOut) {
        RandomGenerator random = Randoms.seeded(7);
        return DoubleStream.generate(() -> initializer.draw(fanIn, fanOut, random))
                .limit(DRAWS)
                .toArray();
    }

    private static double deviation(double... draws) {
        return Math.sqrt(Arrays.stream(draws).map(x -> x * x).average().orElseThrow());
    }

    private static void assertEven(double bound, double... draws) {
        double largest = Arrays.stream(draws).map(Math::abs).max().orElseThrow();
        assertTrue(largest <= bound && largest > 0.999 * bound, "largest is " + largest);
        Close.assertClose("deviation", bound / Math.sqrt(3), deviation(draws), 0.01, 0);
        Close.assertClose("mean", 0, Arrays.stream(draws).average().orElseThrow(), 0, 0.02 * bound);
    }

    @Test
    void evenDrawsFillTheirRange() {
        assertEven(1, draws(Initializer.UNIFORM, 50, 20));
        assertEven(Math.sqrt(6.0 / 70), draws(Initializer.XAVIER, 50, 20));
        assertEven(Math.sqrt(6.0 / 50), draws(Initializer.KAIMING, 50, 20));
        assertEven(2 * Math.sqrt(6.0 / 50), draws(Initializer.KAIMING.gain(2), 50, 20));
    }

    @Test
    void normalDrawsHaveDeviationOne() {
        Close.assertClose("deviation", 1, deviation(draws(Initializer.NORMAL, 50, 20)), 0.02, 0);
    }

    @Test
    void zerosTakeNothingFromTheGenerator() {
        RandomGenerator random = Randoms.seeded(7);
        assertEquals(0, Initializer.ZEROS.draw(3, 3, random));
        assertEquals(Randoms.seeded(7).nextLong(), random.nextLong());
    }

    @Test
    void oneSeedGivesTheSameNetworkOnEveryEngine() {
        try (Engine scalar = Engines.open("scalar");
                Engine tape = Engines.open("tape")) {
            double[] first =
                    Mlp.of(scalar, 4, Activation.RELU, 8, 3).initialize(42).parameters();
            double[] second =
                    Mlp.of(tape, 4, Activation.RELU, 8, 3).initialize(42).parameters();
            double[] other =
                    Mlp.of(tape, 4, Activation.RELU, 8, 3).initialize(43).parameters();

            assertArrayEquals(first, second);
            assertFalse(Arrays.equals(second, other), "another seed gave the same network");
        }
    }

    /** The numbers of seed 42 as they are on record: they must never change, or published runs cannot be repeated. */
    @Test
    void theFirstNumbersOfASeedStayAsTheyAre() {
        RandomGenerator random = Randoms.seeded(42);
        double[] drawn = new double[3];
        Arrays.setAll(drawn, i -> Initializer.UNIFORM.draw(1, 1, random));

        assertArrayEquals(new double[] {0.39282774042595503, 0.34199941647283505, 0.41504870790306736}, drawn);
    }

    @EachEngine
    void aNeuronsWeightsAreDrawnBeforeItsBiasAndNeuronsInOrder(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 3, 1)
                    .initialize(Initializer.UNIFORM, Initializer.UNIFORM, Randoms.seeded(9));

            RandomGenerator random = Randoms.seeded(9);
            double[] expected = new double[13];
            Arrays.setAll(expected, i -> -1 + 2 * random.nextDouble());
            assertArrayEquals(expected, model.parameters());
        }
    }

    @EachEngine
    void aLayersOwnActivationChoosesTheRangeAndBiasesAreZero(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 200, Activation.RELU, 100, 50).initialize(3);

            Variable hidden = model.variables().get(0);
            Variable output = model.variables().get(2);
            assertEven(Math.sqrt(6.0 / 200), hidden.data());
            double largest = Arrays.stream(output.data()).map(Math::abs).max().orElseThrow();
            assertTrue(largest <= Math.sqrt(6.0 / 150) && largest > 0.99 * Math.sqrt(6.0 / 150));
            assertArrayEquals(new double[100], model.variables().get(1).data());
            assertArrayEquals(new double[50], model.variables().get(3).data());
        }
    }
}
