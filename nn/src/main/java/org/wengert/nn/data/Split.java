package org.wengert.nn.data;

/**
 * A data set in two parts.
 *
 * @param train what a model learns from
 * @param test  what it is judged by
 */
public record Split(DataSet train, DataSet test) {
    /** Both parts with inputs standardised by means and deviations of the training part alone. */
    public Split standardized() {
        return scaled(Standardizer.fit(train));
    }

    /** Both parts with inputs brought to 0 to 1 by minima and maxima of the training part alone. */
    public Split minMaxScaled() {
        return scaled(MinMax.fit(train));
    }

    /** Both parts with inputs scaled alike. */
    public Split scaled(Scaler scaler) {
        return new Split(scaler.apply(train), scaler.apply(test));
    }

    /**
     * Both parts with target numbers standardised by means and deviations of the training part alone: squared errors are
     * then in units of the variance, whatever the targets measure.
     *
     * @throws DataException if targets are not numbers
     */
    public Split standardizedTargets() {
        return scaledTargets(Standardizer.fitTargets(train));
    }

    /** Both parts with target numbers scaled alike. */
    public Split scaledTargets(Scaler scaler) {
        return new Split(scaler.applyToTargets(train), scaler.applyToTargets(test));
    }
}
