package org.wengert.bench.statistics;

import java.util.Arrays;
import java.util.List;

/** The number in the middle. */
public final class Medians {
    private Medians() {}

    /** The median; between the two numbers in the middle if their count is even. */
    public static double of(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /** The same of a list. */
    public static double of(List<Double> numbers) {
        return of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
