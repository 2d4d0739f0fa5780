package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {
    @ParameterizedTest
    @CsvSource({
        "width, 10, scalar, float64",
        "width, 300, tape, float32",
        "depth, 300, tape, float64",
        "batch, 1000, tape, float64",
        "nodes, 1000000, tape, float64",
        "nodes, 100000, scalar, float64",
        "nodes, 1000, tape, float32",
        "nodes, 1001, tape, float64",
        "nodes, 1, scalar, float64",
    })
    void everyAxisChecksAndRuns(String axis, int size, String engine, String precision) throws Exception {
        Growth suite = suite(axis, size, engine);
        suite.precision = precision;
        Growth.Memory memory = new Growth.Memory();
        suite.check();

        double result = suite.step(memory);

        assertTrue(Double.isFinite(result));
        assertTrue(memory.bytes > 0);
        suite.close();
    }

    private static Growth suite(String axis, int size, String engine) {
        Growth suite = new Growth();
        suite.axis = axis;
        suite.size = size;
        suite.engine = engine;
        suite.precision = Variant.FLOAT64;
        return suite;
    }

    @Test
    void sizesThatAnAxisDoesNotReachAreSkipped() {
        Skipped skipped =
                assertThrows(Skipped.class, () -> suite("depth", 1_000, "tape").check());

        assertEquals("skipped: depth grows up to 300: got 1000", skipped.getMessage());
    }

    @Test
    void anUnknownAxisIsRefusedWithAList() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> suite("height", 10, "tape").check());

        assertEquals(
                "benchmark: nothing grows by 'height': there are width, depth, batch, nodes", refused.getMessage());
    }

    @Test
    void retainedBytesAreThoseOfWhatIsKept() throws Exception {
        int size = 1 << 20;

        double bytes = Retained.bytes(() -> new Kept(size));

        assertEquals(size, bytes, 0.01 * size);
    }

    /** Something to keep. */
    private static final class Kept implements AutoCloseable {
        private final byte[] bytes;

        Kept(int size) {
            bytes = new byte[size];
        }

        @Override
        public void close() {
            bytes[0] = 1;
        }
    }
}
