package org.wengert.bench.suite;

import org.wengert.Engines;

/** What has to hold before anything is timed: all engines compute the same loss and the same gradients. */
final class Agreement {
    /** Relative; the order of summation may differ between engines, by a few roundings in sums this short. */
    static final double TOLERANCE = 1e-12;

    private Agreement() {}

    /**
     * Compares every engine with the first.
     *
     * @throws IllegalStateException if a number differs, naming it and both engines
     */
    static void require(String first, String... others) {
        double[] expected = numbers(first);
        for (String other : others) {
            compare(first, expected, other, numbers(other));
        }
    }

    private static double[] numbers(String engine) {
        try (TinyStep step = new TinyStep(Engines.open(engine))) {
            return step.lossAndGradients();
        }
    }

    /** Compares loss and gradients of two engines, number by number; the first is the loss. */
    static void compare(String first, double[] expected, String second, double... actual) {
        for (int i = 0; i < expected.length; i++) {
            double larger = Math.max(Math.abs(expected[i]), Math.abs(actual[i]));
            if (!(Math.abs(expected[i] - actual[i]) <= TOLERANCE * larger)) {
                throw new IllegalStateException("benchmark: engines do not agree, so nothing is timed: "
                        + (i == 0 ? "the loss" : "the gradient of parameter " + (i - 1)) + " is " + expected[i]
                        + " on '" + first + "' and " + actual[i] + " on '" + second + "'");
            }
        }
    }
}
