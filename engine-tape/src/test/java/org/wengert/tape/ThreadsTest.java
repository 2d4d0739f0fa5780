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

/** Threads share loops and change no bit. */
class ThreadsTest {
    private static final int ROWS = 296;
    private static final int COLUMNS = 21;

    private static Engine open(String precision, int threads) {
        Map<String, String> settings =
                Map.of(TapeEngineProvider.PRECISION, precision, TapeEngineProvider.THREADS, Integer.toString(threads));
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

    @Test
    void theDescriptionSaysWhatRuns() {
        try (Engine engine = open("float32", 2)) {
            assertEquals("float32, vector kernels, 2 threads", engine.description());
        }
    }
}
