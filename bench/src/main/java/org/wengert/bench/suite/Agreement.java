package org.wengert.bench.suite;

import java.util.Arrays;

/**
 * What has to hold before anything is timed: the contender computes the loss, every gradient and the update that the
 * naive loops in double compute. Each contender is compared with these loops in the JVM that will time it, and with no
 * other contender there: code that another engine has run is compiled differently from code that runs alone.
 */
final class Agreement {
    /**
     * Relative to the largest number of the same layer's weights or biases. Sums of a thousand terms of one size, added
     * up in another order, differ by some roundings of 1e-16; a wrong formula differs by more than either of these.
     */
    static final double FLOAT64_TOLERANCE = 1e-12;

    /** The same for roundings of 6e-8. */
    static final double FLOAT32_TOLERANCE = 2e-5;

    /** A learning rate at which an update can be seen in float32. */
    static final double CHECKED_RATE = 0.01;

    /** Opens the contender under test. */
    interface Opener {
        /** The contender with this learning rate. */
        Contender open(double rate);
    }

    private Agreement() {}

    static double tolerance(String precision) {
        return precision.equals(Variant.FLOAT32) ? FLOAT32_TOLERANCE : FLOAT64_TOLERANCE;
    }

    /**
     * Compares a contender with the naive loops.
     *
     * @throws IllegalStateException if a number differs, naming the worst one and both values
     */
    static void require(Workload workload, Problem problem, String precision, Opener opener) {
        try (Contender loops = new HandStep<>(new LoopKernels(), workload, problem, CHECKED_RATE)) {
            require(Reference.of(loops), workload, problem, precision, opener);
        }
    }

    /** What is right. */
    record Reference(double loss, double[] gradients) {
        static Reference of(Contender contender) {
            return new Reference(contender.loss(), contender.gradients());
        }
    }

    /** Compares a contender with what is right, and its updates with the naive loops. */
    static void require(Reference reference, Workload workload, Problem problem, String precision, Opener opener) {
        double tolerance = tolerance(precision);
        try (Contender contender = opener.open(CHECKED_RATE)) {
            String who = contender.description();
            compare("the loss", who, tolerance, new double[] {reference.loss()}, contender.loss());
            compareLayers("parameter", who, workload, 0, problem.parameters(), contender.parameters());
            compareLayers("gradient", who, workload, tolerance, reference.gradients(), contender.gradients());
            compareUpdates(workload, tolerance, contender);
        }
    }

    /**
     * Two steps, so that what an optimiser remembers counts. They start from the contender's own numbers: Adam divides
     * gradients by their size, and so makes differences large that were small.
     */
    private static void compareUpdates(Workload workload, double tolerance, Contender contender) {
        LoopKernels loops = new LoopKernels();
        int n = workload.parameterCount();
        double[] m = new double[n];
        double[] v = new double[n];
        for (int t = 1; t <= 2; t++) {
            double[] w = contender.parameters();
            double[] gradients = contender.gradients();
            if (workload.rule() == Workload.Rule.ADAM) {
                loops.adam(CHECKED_RATE, t, w, gradients, m, v, n);
            } else {
                loops.sgd(CHECKED_RATE, w, gradients, n);
            }
            contender.step();
            String what = "parameter after update " + t;
            compareLayers(what, contender.description(), workload, tolerance, w, contender.parameters());
        }
    }

    private static void compareLayers(
            String what, String who, Workload workload, double tolerance, double[] expected, double[] actual) {
        if (actual.length != expected.length) {
            throw new IllegalStateException("benchmark: nothing is timed: " + who + " has " + actual.length + " of "
                    + what + ", the reference " + expected.length);
        }
        for (int layer = 0; layer < workload.layers(); layer++) {
            String where = "layers." + layer + ", " + what;
            compare(
                    where + " of a weight",
                    who,
                    tolerance,
                    Problem.weights(workload, expected, layer),
                    Problem.weights(workload, actual, layer));
            compare(
                    where + " of a bias",
                    who,
                    tolerance,
                    Problem.biases(workload, expected, layer),
                    Problem.biases(workload, actual, layer));
        }
    }

    /**
     * Compares numbers of one kind, differences being relative to the largest of those expected.
     *
     * @throws IllegalStateException if the largest difference is too large, or no number
     */
    static void compare(String what, String who, double tolerance, double[] expected, double... actual) {
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        int worst = 0;
        for (int i = 0; i < expected.length; i++) {
            if (error(expected[i], actual[i]) > error(expected[worst], actual[worst])) {
                worst = i;
            }
        }
        if (error(expected[worst], actual[worst]) > tolerance * scale) {
            throw new IllegalStateException("benchmark: nothing is timed: " + what
                    + (expected.length == 1 ? "" : ", number " + worst + ",") + " is " + actual[worst] + " on " + who
                    + ", the reference is " + expected[worst] + "; the tolerance is " + tolerance + " of " + scale);
        }
    }

    /** NaN differs from everything by more than anything. */
    private static double error(double expected, double actual) {
        double error = Math.abs(expected - actual);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }
}
