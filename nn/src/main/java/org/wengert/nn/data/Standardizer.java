package org.wengert.nn.data;

import java.util.Arrays;

/**
 * Shifts and scales each column so that the samples it was fitted on have mean 0 and standard deviation 1 (that of the
 * population, divided by n): {@code y = (x - mean) / deviation}. A column that never changes there is only shifted.
 *
 * @param means      of each column
 * @param deviations what each column is divided by
 */
public record Standardizer(double[] means, double[] deviations) implements Scaler {
    /**
     * Takes copies.
     *
     * @throws DataException if there are not as many deviations as means, a number is not finite, or a deviation is not
     *     above 0
     */
    public Standardizer {
        means = means.clone();
        deviations = deviations.clone();
        Checks.scale("standardize", "mean", means, "deviation", deviations);
        for (int j = 0; j < deviations.length; j++) {
            if (!(deviations[j] > 0)) {
                throw new DataException(
                        "standardize: a deviation must be above 0: that of column " + j + " is " + deviations[j]);
            }
        }
    }

    /** Takes means and deviations from the inputs of these samples. */
    public static Standardizer fit(DataSet data) {
        Moments moments = new Moments(data.width());
        for (int i = 0; i < data.size(); i++) {
            moments.add(data.row(i), 0);
        }
        return moments.standardizer();
    }

    /**
     * Takes means and deviations from the target numbers of these samples.
     *
     * @throws DataException if the targets are not numbers
     */
    public static Standardizer fitTargets(DataSet data) {
        data.layout().requireNumbers("standardize");
        Moments moments = new Moments(data.outputs());
        for (int i = 0; i < data.size(); i++) {
            moments.add(data.target(i), 0);
        }
        return moments.standardizer();
    }

    @Override
    public int width() {
        return means.length;
    }

    @Override
    public String name() {
        return "standardize";
    }

    @Override
    public double scaled(int column, double x) {
        return (x - means[column]) / deviations[column];
    }

    @Override
    public double unscaled(int column, double y) {
        return y * deviations[column] + means[column];
    }

    /** The mean of each column, as a copy. */
    @Override
    public double[] means() {
        return means.clone();
    }

    /** What each column is divided by, as a copy. */
    @Override
    public double[] deviations() {
        return deviations.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standardizer that
                && Arrays.equals(means, that.means)
                && Arrays.equals(deviations, that.deviations);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(means) + Arrays.hashCode(deviations);
    }

    @Override
    public String toString() {
        return "Standardizer(" + width() + " columns)";
    }
}
