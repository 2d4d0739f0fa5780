package org.wengert.nn.data;

import java.util.Arrays;

/** The smallest and the largest number of each column, row by row. A NaN is a missing value and does not count. */
final class Extremes {
    private final double[] minima;
    private final double[] maxima;

    Extremes(int width) {
        minima = new double[width];
        maxima = new double[width];
        Arrays.fill(minima, Double.POSITIVE_INFINITY);
        Arrays.fill(maxima, Double.NEGATIVE_INFINITY);
    }

    /** Takes in a row of an array that begins at a position. */
    void add(double[] numbers, int at) {
        for (int j = 0; j < minima.length; j++) {
            add(j, numbers[at + j]);
        }
    }

    void add(int column, double x) {
        if (x < minima[column]) {
            minima[column] = x;
        }
        if (x > maxima[column]) {
            maxima[column] = x;
        }
    }

    MinMax minMax(double low, double high) {
        return new MinMax(minima, maxima, low, high);
    }
}
