package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;
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
import org.wengert.op.Binary;
import org.wengert.op.Reduce;
import org.wengert.op.Unary;

/** Single precision against double precision, kernels against kernels, threads against one thread. */
class PrecisionTest {
    /** Some twenty roundings of single precision, of which each is at most 6e-8. */
    private static final double TOLERANCE = 1e-6;

    private static final int ROWS = 37;
    private static final int COLUMNS = 21;

    /** A function of two matrices, and what it gives: result, then both gradients. */
    private record Case(String name, BinaryOperator<Value> function) {
        double[][] run(String precision, String kernels, int threads) {
            Random random = new Random(7);
            double[] a = numbers(random);
            double[] b = numbers(random);
            Map<String, String> settings = Map.of(
                    TapeEngineProvider.PRECISION, precision,
                    TapeEngineProvider.KERNELS, kernels,
                    TapeEngineProvider.THREADS, Integer.toString(threads));
            Configuration configuration = Configuration.of(settings, Map.of(), Map.of(), Map.of());
            try (Engine engine = Engines.open(new TapeEngineProvider(), configuration);
                    Scope scope = engine.scope()) {
                Variable x = engine.variable(Shape.of(ROWS, COLUMNS), a);
                Variable y = engine.variable(Shape.of(ROWS, COLUMNS), b);
                Value result = function.apply(x, y);
                double[] seed = random.doubles(result.shape().size(), 0.5, 1).toArray();
                result.backward(seed);
                return new double[][] {result.data(), x.grad().data(), y.grad().data()};
            }
        }

        /** Numbers that single precision holds exactly. */
        private static double[] numbers(Random random) {
            return random.doubles(ROWS * COLUMNS, 0.25, 1.25)
                    .map(x -> (float) x)
                    .toArray();
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        Unary.table()
                .forEach(op ->
                        cases.add(new Case(op.name(), (x, y) -> x.apply(op).mul(y))));
        Binary.table().forEach(op -> cases.add(new Case(op.name() + " of two", (x, y) -> x.apply(op, y))));
        cases.add(new Case("product", (x, y) -> x.matmul(y, false, true)));
        cases.add(new Case("product turned", (x, y) -> x.matmul(y, true, false)));
        cases.add(new Case("product of a turned", (x, y) -> x.transpose().matmul(y)));
        cases.add(new Case("row again", (x, y) -> x.mul(y.slice(0, 0, 1))));
        cases.add(new Case("column again", (x, y) -> x.mul(y.slice(1, 0, 1))));
        cases.add(new Case("number again", (x, y) -> x.mul(y.mean()).add(1.5)));
        cases.add(new Case("number first", (x, y) -> x.sum().div(y)));
        for (Reduce.Kind kind : Reduce.Kind.values()) {
            cases.add(new Case(kind.text(), (x, y) -> x.mul(y).reduce(kind, false, 1)));
            cases.add(new Case(kind.text() + " of all", (x, y) -> x.mul(y).reduce(kind, true)));
        }
        cases.add(new Case("softmax", (x, y) -> x.softmax(0).mul(y.logSoftmax(1))));
        cases.add(new Case(
                "crossEntropy",
                (x, y) -> x.mul(y)
                        .crossEntropy(new Random(1).ints(ROWS, 0, COLUMNS).toArray())));
        cases.add(new Case("concat", (x, y) -> x.engine().concat(1, x, y, x)));
        cases.add(new Case("gather", (x, y) -> x.gather(0, 3, 3, 5).mul(y.gather(0, 1, 3, 1))));
        cases.add(new Case("where", (x, y) -> x.where(Shape.of(COLUMNS), everyOther(), y)));
        return cases;
    }

    private static boolean[] everyOther() {
        boolean[] mask = new boolean[COLUMNS];
        for (int i = 0; i < mask.length; i += 2) {
            mask[i] = true;
        }
        return mask;
    }

    @TestFactory
    Stream<DynamicTest> singlePrecisionFollowsDoublePrecision() {
        return cases().stream()
                .flatMap(each -> Stream.of("plain", "vector")
                        .map(kernels -> DynamicTest.dynamicTest(each.name + ", " + kernels, () -> {
                            double[][] expected = each.run("float64", "plain", 1);
                            double[][] actual = each.run("float32", kernels, 1);
                            for (int part = 0; part < expected.length; part++) {
                                assertClose(expected[part], actual[part]);
                            }
                        })));
    }

    private static void assertClose(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        double largest = 0;
        for (double x : expected) {
            largest = Math.max(largest, Math.abs(x));
        }
        for (int i = 0; i < expected.length; i++) {
            double error = Math.abs(expected[i] - actual[i]);
            assertTrue(error <= TOLERANCE * largest, "number " + i + ": " + expected[i] + " and " + actual[i]);
            assertEquals((float) actual[i], actual[i], "a number of single precision");
        }
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

    private static double[][] largeProduct(String precision, int threads) {
        return new Case("large", (x, y) -> {
                    Value stack = x.engine().concat(0, x, y, x, y, x, y, x, y);
                    return stack.matmul(stack, false, true).matmul(stack);
                })
                .run(precision, "vector", threads);
    }

    @Test
    void theDescriptionSaysWhatRuns() {
        Configuration configuration = Configuration.of(
                Map.of(TapeEngineProvider.PRECISION, "float32", TapeEngineProvider.THREADS, "2"),
                Map.of(),
                Map.of(),
                Map.of());
        try (Engine engine = Engines.open(new TapeEngineProvider(), configuration)) {
            assertEquals("float32, vector kernels, 2 threads", engine.description());
        }
    }
}
