package org.wengert.bench.statistics;

import java.util.Arrays;

/**
 * Welch's test of whether two sets of times have one mean, over their logarithms, for times are positive and their errors
 * relative: {@code t = (m1 - m2) / sqrt(e1 + e2)} with {@code e = s^2 / n}, and {@code (e1 + e2)^2 / (e1^2 / (n1 - 1) + e2^2
 * / (n2 - 1))} degrees of freedom (Welch, The generalization of Student's problem when several different population
 * variances are involved, Biometrika 1947). Unlike two intervals that must not overlap, it misses no difference that it
 * could tell with the same certainty.
 */
public final class Welch {
    private Welch() {}

    /**
     * Whether means differ; wrong at most once in twenty times where they do not, or once in sixteen for three numbers against
     * ten.
     *
     * @param some   positive numbers, which may be less than two: then nothing can be told
     * @param others likewise
     */
    public static boolean differ(double[] some, double... others) {
        if (some.length < 2 || others.length < 2) {
            return false;
        }
        double[] x = logarithms(some);
        double[] y = logarithms(others);
        double difference = Math.abs(mean(x) - mean(y));
        double ex = squaredError(x);
        double ey = squaredError(y);
        double both = ex + ey;
        if (both == 0) {
            return difference > 0;
        }
        double freedom = both * both / (ex * ex / (x.length - 1) + ey * ey / (y.length - 1));
        return difference > Student.quantile(freedom) * Math.sqrt(both);
    }

    private static double[] logarithms(double... numbers) {
        return Arrays.stream(numbers).map(Math::log).toArray();
    }

    private static double mean(double... numbers) {
        return Arrays.stream(numbers).sum() / numbers.length;
    }

    /** Of the mean. */
    private static double squaredError(double... numbers) {
        double mean = mean(numbers);
        double squares =
                Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum();
        return squares / (numbers.length - 1) / numbers.length;
    }
}
