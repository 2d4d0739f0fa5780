package org.wengert.bench.run;

import java.util.Arrays;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.statistics.Medians;
import org.wengert.bench.statistics.Student;

/**
 * Medians of rounds with 95% confidence intervals. What counts as one observation is a round: a JVM that is started anew
 * compiles and lays out memory anew, and iterations within one say little about the next (Kalibera and Jones, Rigorous
 * benchmarking in reasonable time, ISMM 2013).
 *
 * <p>From six rounds on the interval is that of the order statistics, which assumes nothing about the distribution: the
 * median lies between the k-th smallest and the k-th largest with probability {@code 1 - 2 P(Bin(n, 1/2) < k)} (Le Boudec,
 * Performance Evaluation of Computer and Communication Systems, theorem 2.1); k is the largest with 95% or more, so that
 * at nine rounds and more one spoilt round spoils nothing. Fewer rounds cannot reach 95% like that, nor do they support a
 * bootstrap; there it is Student's interval of the mean of the logarithms, times being positive and their errors
 * relative. It holds the median, which is never further from the mean than a standard deviation.
 */
final class Statistics {
    private static final int FEWEST_FOR_ORDER = 6;

    private static final double SIGNIFICANCE = 0.05;

    private Statistics() {}

    /**
     * The median of rounds with its interval.
     *
     * @param rounds positive numbers, two or more
     */
    static Estimate estimate(double... rounds) {
        if (rounds.length < 2) {
            throw new IllegalArgumentException("estimate: an interval needs two rounds or more: got " + rounds.length);
        }
        return rounds.length < FEWEST_FOR_ORDER ? student(rounds) : order(rounds);
    }

    private static Estimate student(double... rounds) {
        int n = rounds.length;
        double[] logs = Arrays.stream(rounds).map(Math::log).toArray();
        double mean = Arrays.stream(logs).sum() / n;
        double squares = Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).sum();
        double half = Student.quantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
        double median = Medians.of(rounds);
        // Roundings may push the ends of an interval of no width past its middle.
        return new Estimate(median, Math.min(median, Math.exp(mean - half)), Math.max(median, Math.exp(mean + half)));
    }

    private static Estimate order(double... rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        int k = rank(sorted.length);
        return new Estimate(Medians.of(rounds), sorted[k - 1], sorted[sorted.length - k]);
    }

    /** The largest k for which the k-th smallest and the k-th largest of n enclose the median with 95%. */
    static int rank(int n) {
        int k = 0;
        double term = Math.pow(0.5, n); // of the binomial distribution: k of n
        double below = term;
        while (2 * below <= SIGNIFICANCE) {
            term *= (double) (n - k) / (k + 1);
            k++;
            below += term;
        }
        return k;
    }
}
