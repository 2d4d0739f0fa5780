package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Comparison of numbers that may differ in their last digits. */
public final class Close {
    private Close() {}

    /** {@code |x - e| <= atol + rtol |e|} for each pair. */
    public static void assertClose(String what, double[] expected, double[] actual, double rtol, double atol) {
        assertEquals(expected.length, actual.length, what + ": count");
        for (int i = 0; i < expected.length; i++) {
            assertClose(what + " " + i, expected[i], actual[i], rtol, atol);
        }
    }

    /** {@code |x - e| <= atol + rtol |e|}. */
    public static void assertClose(String what, double expected, double actual, double rtol, double atol) {
        double allowed = atol + rtol * Math.abs(expected);
        assertTrue(
                Math.abs(actual - expected) <= allowed,
                () -> what + ": expected " + expected + ", got " + actual + ", off by " + Math.abs(actual - expected)
                        + ", allowed " + allowed);
    }

    /** At most so many units in the last place apart. */
    public static void assertUlps(double expected, double actual, int ulps) {
        assertClose(ulps + " ulp", expected, actual, 0, ulps * Math.ulp(expected));
    }
}
