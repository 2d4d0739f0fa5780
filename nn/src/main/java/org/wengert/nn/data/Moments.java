package org.wengert.nn.data;

/**
 * Means and sums of squared distances of columns, row by row (Welford 1962): a sum of squares would lose the digits of a
 * column far from 0. A NaN is a missing value and does not count.
 */
final class Moments {
    private final long[] counts;
    private final double[] means;
    private final double[] squares;

    Moments(int width) {
        counts = new long[width];
        means = new double[width];
        squares = new double[width];
    }

    /** Takes in a row of an array that begins at a position. */
    void add(double[] numbers, int at) {
        for (int j = 0; j < means.length; j++) {
            add(j, numbers[at + j]);
        }
    }

    void add(int column, double x) {
        if (Double.isNaN(x)) {
            return;
        }
        counts[column]++;
        double distance = x - means[column];
        means[column] += distance / counts[column];
        squares[column] += distance * (x - means[column]);
    }

    /** How many values of a column were not missing. */
    long count(int column) {
        return counts[column];
    }

    double mean(int column) {
        return means[column];
    }

    Standardizer standardizer() {
        double[] deviations = new double[means.length];
        for (int j = 0; j < deviations.length; j++) {
            double deviation = Math.sqrt(squares[j] / counts[j]);
            deviations[j] = deviation == 0 ? 1 : deviation;
        }
        return new Standardizer(means, deviations);
    }
}
