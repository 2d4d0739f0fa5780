package org.wengert.nn.data;

/**
 * Shifts and scales each feature so that the samples it was fitted on have mean 0 and standard deviation 1 (that of the
 * population, divided by n). A feature that never changes there is only shifted.
 */
public final class Standardizer {
    private final double[] means;
    private final double[] deviations;

    private Standardizer(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /** Takes means and deviations from these samples. */
    public static Standardizer fit(DataSet data) {
        int width = data.width();
        double[] means = new double[width];
        double[] squares = new double[width];
        for (int i = 0; i < data.size(); i++) {
            double[] row = data.row(i);
            for (int j = 0; j < width; j++) {
                // Welford's update: a sum of squares would lose the digits of a feature far from 0.
                double distance = row[j] - means[j];
                means[j] += distance / (i + 1);
                squares[j] += distance * (row[j] - means[j]);
            }
        }
        double[] deviations = new double[width];
        for (int j = 0; j < width; j++) {
            double deviation = Math.sqrt(squares[j] / data.size());
            deviations[j] = deviation > 0 ? deviation : 1;
        }
        return new Standardizer(means, deviations);
    }

    /** The same samples, scaled. */
    public DataSet apply(DataSet data) {
        check(data.width());
        return data.withFeatures(new Scaled(data.features(), this));
    }

    /** One sample, scaled, as a new array. */
    public double[] apply(double... row) {
        check(row.length);
        double[] scaled = row.clone();
        scale(scaled, 0);
        return scaled;
    }

    private void scale(double[] numbers, int at) {
        for (int j = 0; j < means.length; j++) {
            numbers[at + j] = (numbers[at + j] - means[j]) / deviations[j];
        }
    }

    private void check(int width) {
        if (width != means.length) {
            throw new DataException(
                    "standardize: wrong number of features: fitted on " + means.length + ", got " + width);
        }
    }

    /** The mean of each feature, as a copy. */
    public double[] means() {
        return means.clone();
    }

    /** What each feature is divided by, as a copy. */
    public double[] deviations() {
        return deviations.clone();
    }

    /** Scaled as they are read, so that stored bytes stay bytes. */
    private record Scaled(Features raw, Standardizer standardizer) implements Features {
        @Override
        public int count() {
            return raw.count();
        }

        @Override
        public int width() {
            return raw.width();
        }

        @Override
        public void read(int sample, double[] into, int at) {
            raw.read(sample, into, at);
            standardizer.scale(into, at);
        }
    }
}
