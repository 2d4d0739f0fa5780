package org.wengert.tck;

import java.util.Arrays;

/** Compares numbers, and says on failure which of them differs and by how much. */
final class Close {
    /** Decides whether a number is as good as the expected one. */
    @FunctionalInterface
    interface Rule {
        boolean accepts(double expected, double actual);
    }

    /** The same bits, where all NaN are alike and so are both zeros. */
    static final Rule SAME = (expected, actual) -> expected == actual || Double.isNaN(expected) && Double.isNaN(actual);

    private Close() {}

    /** NaN for NaN, the same infinity, else {@code |actual - expected| <= absolute + relative * |expected|}. */
    static Rule within(double relative, double absolute) {
        return (expected, actual) -> Double.isFinite(expected)
                ? Math.abs(actual - expected) <= absolute + relative * Math.abs(expected)
                : SAME.accepts(expected, actual);
    }

    static void assertSame(String what, double expected, double actual) {
        assertClose(what, SAME, new double[] {expected}, new double[] {actual});
    }

    static void assertSame(String what, double[] expected, double... actual) {
        assertClose(what, SAME, expected, actual);
    }

    static void assertClose(String what, Rule rule, double expected, double actual) {
        assertClose(what, rule, new double[] {expected}, new double[] {actual});
    }

    static void assertClose(String what, Rule rule, double[] expected, double... actual) {
        if (expected.length != actual.length) {
            throw new AssertionError(what + ": " + expected.length + " numbers expected, got " + actual.length + ": "
                    + Arrays.toString(actual));
        }
        for (int i = 0; i < expected.length; i++) {
            if (!rule.accepts(expected[i], actual[i])) {
                throw new AssertionError(what + ": " + difference(i, expected, actual));
            }
        }
    }

    private static String difference(int i, double[] expected, double... actual) {
        double error = Math.abs(actual[i] - expected[i]);
        return (expected.length == 1 ? "" : "number " + i + " of " + expected.length + ": ") + "expected "
                + expected[i] + ", got " + actual[i] + ", which is off by " + error + ", relative "
                + error / Math.abs(expected[i]) + ", " + error / Math.ulp(expected[i]) + " ULP";
    }
}
