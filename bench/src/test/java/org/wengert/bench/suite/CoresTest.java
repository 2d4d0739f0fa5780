package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class CoresTest {
    /** No line goes round in less than a nanosecond, and no thread is left behind that would take a core from what is timed. */
    @Test
    void aLineTakesTimeAndItsThreadEnds() throws InterruptedException {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "skipped: there is one core");

        double nanos = Cores.distance();

        assertTrue(nanos > 1 && nanos < Double.MAX_VALUE, () -> "nanoseconds: " + nanos);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(Cores.PARTNER)) {
                thread.join(60_000);
                assertTrue(!thread.isAlive(), "still there");
            }
        }
    }
}
