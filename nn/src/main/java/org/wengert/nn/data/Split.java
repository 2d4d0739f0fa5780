package org.wengert.nn.data;

/**
 * A data set in two parts.
 *
 * @param train what a model learns from
 * @param test  what it is judged by
 */
public record Split(DataSet train, DataSet test) {
    /** Both parts standardised by means and deviations of the training part alone. */
    public Split standardized() {
        Standardizer standardizer = Standardizer.fit(train);
        return new Split(standardizer.apply(train), standardizer.apply(test));
    }
}
