package org.wengert.nn.data;

import java.util.Arrays;

/**
 * Stretches each column so that the samples it was fitted on fill a range from {@code low} to {@code high}:
 * {@code y = low + (high - low) (x - min) / (max - min)}. Other samples may lie outside. A column that never changes is
 * only shifted, to {@code low}.
 *
 * @param minima of each column
 * @param maxima of each column
 * @param low    where a minimum comes to lie
 * @param high   where a maximum comes to lie
 */
public record MinMax(double[] minima, double[] maxima, double low, double high) implements Scaler {
    /**
     * Takes copies.
     *
     * @throws DataException if there are not as many maxima as minima, a number or the distance of two is not finite, a
     *     maximum is below its minimum, or {@code low} is not below {@code high}
     */
    public MinMax {
        minima = minima.clone();
        maxima = maxima.clone();
        Checks.scale("min-max", "minimum", minima, "maximum", maxima);
        for (int j = 0; j < minima.length; j++) {
            if (!(maxima[j] - minima[j] >= 0 && Double.isFinite(maxima[j] - minima[j]))) {
                throw new DataException("min-max: a column must reach from its minimum up a finite way: column " + j
                        + " reaches from " + minima[j] + " to " + maxima[j]);
            }
        }
        if (!(low < high && Double.isFinite(high - low))) {
            throw new DataException("min-max: the range must be finite and reach upwards: got " + low + " to " + high);
        }
    }

    /** Takes minima and maxima from the inputs of these samples, for a range from 0 to 1. */
    public static MinMax fit(DataSet data) {
        return fit(data, 0, 1);
    }

    /** {@link #fit(DataSet)} for another range. */
    public static MinMax fit(DataSet data, double low, double high) {
        Extremes extremes = new Extremes(data.width());
        for (int i = 0; i < data.size(); i++) {
            extremes.add(data.row(i), 0);
        }
        return extremes.minMax(low, high);
    }

    /**
     * Takes minima and maxima from the target numbers of these samples, for a range from 0 to 1.
     *
     * @throws DataException if the targets are not numbers
     */
    public static MinMax fitTargets(DataSet data) {
        data.layout().requireNumbers("min-max");
        Extremes extremes = new Extremes(data.outputs());
        for (int i = 0; i < data.size(); i++) {
            extremes.add(data.target(i), 0);
        }
        return extremes.minMax(0, 1);
    }

    @Override
    public int width() {
        return minima.length;
    }

    @Override
    public String name() {
        return "min-max";
    }

    @Override
    public double scaled(int column, double x) {
        return low + (high - low) * ((x - minima[column]) / span(column));
    }

    @Override
    public double unscaled(int column, double y) {
        return minima[column] + (y - low) / (high - low) * span(column);
    }

    private double span(int column) {
        double span = maxima[column] - minima[column];
        return span == 0 ? 1 : span;
    }

    /** The smallest number of each column, as a copy. */
    @Override
    public double[] minima() {
        return minima.clone();
    }

    /** The largest number of each column, as a copy. */
    @Override
    public double[] maxima() {
        return maxima.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MinMax that
                && Arrays.equals(minima, that.minima)
                && Arrays.equals(maxima, that.maxima)
                && low == that.low
                && high == that.high;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(minima) + Arrays.hashCode(maxima);
    }

    @Override
    public String toString() {
        return "MinMax(" + width() + " columns, " + low + " to " + high + ")";
    }
}
