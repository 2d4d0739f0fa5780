package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Unary;

/** Threads share loops and change no bit. */
class ThreadsTest {
    private static final int ROWS = 296;
    private static final int COLUMNS = 21;

    /** More than one thread's share of an elementwise loop, in rows that end amid a vector and a part. */
    private static final int LONG_ROWS = 331;

    private static final int LONG_COLUMNS = 211;

    private static Engine open(String precision, int threads) {
        return open(precision, "auto", threads);
    }

    private static Engine open(String precision, String kernels, int threads) {
        Map<String, String> settings = Map.of(
                TapeEngineProvider.PRECISION,
                precision,
                TapeEngineProvider.KERNELS,
                kernels,
                TapeEngineProvider.THREADS,
                Integer.toString(threads));
        return Engines.open(new TapeEngineProvider(), Configuration.of(settings, Map.of(), Map.of(), Map.of()));
    }

    @TestFactory
    Stream<DynamicTest> theNumberOfThreadsChangesNoBit() {
        return Stream.of("float32", "float64")
                .flatMap(precision -> Stream.of(2, 7)
                        .map(threads -> DynamicTest.dynamicTest(precision + ", " + threads, () -> {
                            double[][] alone = largeProduct(precision, 1);
                            double[][] together = largeProduct(precision, threads);
                            for (int part = 0; part < alone.length; part++) {
                                assertArrayEquals(alone[part], together[part], 0);
                            }
                        })));
    }

    /** A product of matrices and its gradient. */
    private static double[][] largeProduct(String precision, int threads) {
        Random random = new Random(7);
        try (Engine engine = open(precision, threads);
                Scope scope = engine.scope()) {
            Variable x = engine.variable(
                    Shape.of(ROWS, COLUMNS),
                    random.doubles(ROWS * COLUMNS, 0.25, 1.25).toArray());
            Value result = x.matmul(x, false, true).matmul(x);
            result.backward(random.doubles(result.shape().size(), 0.5, 1).toArray());
            return new double[][] {result.data(), x.grad().data()};
        }
    }

    @TestFactory
    Stream<DynamicTest> norInLongLoops() {
        return Stream.of("float32", "float64")
                .flatMap(precision -> Stream.of("plain", "auto", "vector")
                        .map(kernels -> DynamicTest.dynamicTest(precision + ", " + kernels, () -> {
                            double[][] alone = longLoops(precision, kernels, 1);
                            for (int threads : new int[] {2, 7}) {
                                double[][] together = longLoops(precision, kernels, threads);
                                for (int part = 0; part < alone.length; part++) {
                                    assertArrayEquals(alone[part], together[part], 0);
                                }
                            }
                        })));
    }

    /** Whatever kernels share among threads, forward and back, gradients written first and added to later. */
    private static double[][] longLoops(String precision, String kernels, int threads) {
        Random random = new Random(11);
        int size = LONG_ROWS * LONG_COLUMNS;
        try (Engine engine = open(precision, kernels, threads);
                Scope scope = engine.scope()) {
            Variable x = engine.variable(
                    Shape.of(LONG_ROWS, LONG_COLUMNS),
                    random.doubles(size, -2, 2).toArray());
            Variable bias = engine.variable(
                    Shape.of(LONG_COLUMNS), random.doubles(LONG_COLUMNS, -1, 1).toArray());
            Variable one = engine.variable(0.75);
            Value hidden = x.add(bias).tanh();
            Value mixed =
                    hidden.mul(x).sub(hidden.div(one)).add(one.sub(x.relu())).maximum(hidden);
            Value broadcast = engine.constant(Shape.of(LONG_ROWS, LONG_COLUMNS), new double[size])
                    .add(one);
            Value layer = x.linear(
                    engine.constant(
                            Shape.of(LONG_COLUMNS, LONG_COLUMNS),
                            random.doubles(LONG_COLUMNS * LONG_COLUMNS, -0.1, 0.1)
                                    .toArray()),
                    bias,
                    Unary.TANH);
            Value losses = mixed.add(broadcast)
                    .add(layer)
                    .crossEntropy(random.ints(LONG_ROWS, 0, LONG_COLUMNS).toArray());
            Value sum = losses.sum().add(hidden.square().sum());
            sum.backward();
            return new double[][] {
                mixed.data(),
                layer.data(),
                losses.data(),
                sum.data(),
                x.grad().data(),
                bias.grad().data(),
                one.grad().data()
            };
        }
    }

    @TestFactory
    Stream<DynamicTest> norInAPlainProduct() {
        return Stream.of("float32", "float64")
                .map(precision -> DynamicTest.dynamicTest(precision, () -> {
                    double[] alone = plainProduct(precision, 1);
                    for (int threads : new int[] {2, 7}) {
                        assertArrayEquals(alone, plainProduct(precision, threads), 0);
                    }
                }));
    }

    private static double[] plainProduct(String precision, int threads) {
        Random random = new Random(13);
        try (Engine engine = open(precision, "plain", threads);
                Scope scope = engine.scope()) {
            Value a =
                    engine.constant(Shape.of(131, 70), random.doubles(131 * 70).toArray());
            Value b =
                    engine.constant(Shape.of(70, 301), random.doubles(70 * 301).toArray());
            Value turned =
                    engine.constant(Shape.of(70, 131), random.doubles(70 * 131).toArray());
            return a.matmul(b).add(turned.matmul(b, true, false)).data();
        }
    }

    @Test
    void theDescriptionSaysWhatRuns() {
        try (Engine engine = open("float32", 2)) {
            assertEquals("float32, vector kernels, 2 threads", engine.description());
        }
    }
}
