package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

class InitializerTest {
    private static final int DRAWS = 20_000;

    private static double[] draws(Initializer initializer, int fanIn, int fanOut) {
        return draws(initializer, fanIn, fanOut, DRAWS);
    }

    private static double[] draws(Initializer initializer, int fanIn, int fanOut, int count) {
        RandomGenerator random = Randoms.seeded(7);
        return DoubleStream.generate(() -> initializer.draw(fanIn, fanOut, random))
                .limit(count)
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
    void evenDrawsLieBetweenTheirBounds() {
        double[] draws = draws(Initializer.uniform(-1, 5), 50, 20);
        assertEven(3, Arrays.stream(draws).map(x -> x - 2).toArray());
        assertEven(3 * Math.sqrt(6.0 / 70), draws(Initializer.xavierUniform(3), 50, 20));
        assertEven(3 * Math.sqrt(3.0 / 50), draws(Initializer.kaimingUniform(3), 50, 20));
    }

    private static void assertNormal(double mean, double deviation, double... draws) {
        double[] standard =
                Arrays.stream(draws).map(x -> (x - mean) / deviation).toArray();
        Close.assertClose("mean", 0, Arrays.stream(standard).average().orElseThrow(), 0, 0.02);
        Close.assertClose("deviation", 1, deviation(standard), 0.02, 0);
        double within = Arrays.stream(standard).filter(z -> Math.abs(z) < 1).count();
        Close.assertClose("share within one deviation", 0.6827, within / DRAWS, 0.02, 0);
        double beyond = Arrays.stream(standard).filter(z -> Math.abs(z) > 2).count();
        Close.assertClose("share beyond two deviations", 0.0455, beyond / DRAWS, 0.1, 0);
    }

    @Test
    void normalDrawsHaveTheirMeanAndDeviation() {
        assertNormal(3, 0.5, draws(Initializer.normal(3, 0.5), 50, 20));
        assertNormal(0, 1.5 * Math.sqrt(2.0 / 70), draws(Initializer.xavierNormal(1.5), 50, 20));
        assertNormal(0, 1.5 / Math.sqrt(50), draws(Initializer.kaimingNormal(1.5), 50, 20));
    }

    /** Through layers of relu with its gain, the mean square of outputs neither dies out nor explodes. */
    @Test
    void withTheGainOfItsActivationASignalKeepsItsSizeThroughManyLayers() {
        Activation relu = Activation.RELU;
        for (Initializer initializer : List.of(
                Initializer.kaimingUniform(relu.gain()),
                Initializer.kaimingNormal(relu.gain()),
                Initializer.orthogonal(relu.gain()))) {
            double square = 0;
            for (int seed = 0; seed < 5; seed++) {
                try (Engine engine = Engines.open("tape")) {
                    RandomGenerator random = Randoms.seeded(seed);
                    Value x = engine.constant(Shape.of(64), draws(Initializer.NORMAL, 1, 1, 64));
                    Mlp model = Mlp.of(
                                    engine,
                                    64,
                                    Collections.nCopies(12, relu),
                                    64,
                                    64,
                                    64,
                                    64,
                                    64,
                                    64,
                                    64,
                                    64,
                                    64,
                                    64,
                                    64,
                                    64)
                            .initialize(initializer, random);
                    square += model.forward(x).square().sum().item() / 5;
                }
            }
            assertTrue(square > 64 / 6.0 && square < 64 * 6, "sum of squares is " + square);
        }
    }

    @EachEngine
    void orthogonalWeightsAreAtRightAnglesAndOfOneLength(String name) {
        try (Engine engine = Engines.open(name)) {
            for (int[] size : new int[][] {{7, 7}, {12, 5}, {5, 12}, {1, 3}}) {
                Layer layer = Layer.of(engine, size[0], size[1], Activation.LINEAR)
                        .initialize(Initializer.orthogonal(2).gain(1.5), Initializer.constant(0.25), Randoms.seeded(1));
                Value w = layer.variables().get(0);
                boolean wide = size[0] >= size[1];
                Value products = w.matmul(w, !wide, wide);
                int n = Math.min(size[0], size[1]);
                double[] identity = new double[n * n];
                for (int i = 0; i < n; i++) {
                    identity[i * (n + 1)] = 9;
                }
                Close.assertClose("product", identity, products.data(), 1e-14, 1e-14);
                for (double bias : layer.variables().get(1).data()) {
                    assertEquals(0.25, bias);
                }
            }
        }
    }

    @Test
    void gainsAreThoseThatAreRecommended() {
        assertEquals(1, Activation.LINEAR.gain());
        assertEquals(1, Activation.SIGMOID.gain());
        assertEquals(1.6666666666666667, Activation.TANH.gain());
        assertEquals(1.4142135623730951, Activation.RELU.gain());
        Close.assertClose("leaky", 1.4141428569978354, Activation.LEAKY_RELU.gain(), 1e-15, 0);
        assertEquals(1, Activation.of("cube", x -> x.pow(3)).gain());
    }

    @Test
    void initializersThatAreNoneAreRefused() {
        Refused.with(
                ModelException.class,
                "uniform: the lower bound must be below the upper: got 1.0 and 1.0",
                () -> Initializer.uniform(1, 1));
        Refused.with(
                ModelException.class,
                "normal: a finite mean and a standard deviation from 0 are needed: got 0.0 and -1.0",
                () -> Initializer.normal(0, -1));
        Refused.with(
                ModelException.class,
                "orthogonal: weights are drawn together, a layer's at a time: got one weight of 3 inputs and 2 outputs;"
                        + " call forLayer first",
                () -> Initializer.orthogonal(1).draw(3, 2, Randoms.seeded(1)));
    }

    @Test
    void zerosAndConstantsTakeNothingFromTheGenerator() {
        RandomGenerator random = Randoms.seeded(7);
        assertEquals(0, Initializer.ZEROS.draw(3, 3, random));
        assertEquals(-4, Initializer.constant(-4).draw(3, 3, random));
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
