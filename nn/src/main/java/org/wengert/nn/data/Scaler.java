package org.wengert.nn.data;

/**
 * Brings each number of a row to a common scale, by a shift and a factor fitted on training samples alone: {@code y = a x + b}
 * for each column. Immutable plain data: its components say all of it, and one made of the same components scales to the
 * same bits.
 */
public sealed interface Scaler permits Standardizer, MinMax {
    /** How many numbers a row has. */
    int width();

    /** What it does, as its messages begin. */
    String name();

    /** One number of a column, scaled; the column is not checked. */
    double scaled(int column, double x);

    /** The number that {@link #scaled} took to {@code y}, up to rounding. */
    double unscaled(int column, double y);

    /**
     * One row, scaled, as a new array.
     *
     * @throws DataException if it is of another width
     */
    default double[] apply(double... row) {
        Checks.width(this, row.length);
        double[] scaled = row.clone();
        scale(scaled, 0);
        return scaled;
    }

    /**
     * What {@link #apply(double...)} took to this row, as a new array.
     *
     * @throws DataException if it is of another width
     */
    default double[] inverse(double... scaled) {
        Checks.width(this, scaled.length);
        double[] row = scaled.clone();
        for (int j = 0; j < row.length; j++) {
            row[j] = unscaled(j, row[j]);
        }
        return row;
    }

    /**
     * The same samples with their inputs scaled.
     *
     * @throws DataException if they are of another width
     */
    default DataSet apply(DataSet data) {
        Checks.width(this, data.width());
        return data.withFeatures(new ScaledFeatures(data.features(), this));
    }

    /**
     * The same samples with their target numbers scaled.
     *
     * @throws DataException if their targets are not numbers, or not as many a sample
     */
    default DataSet applyToTargets(DataSet data) {
        data.layout().requireNumbers(name());
        Checks.width(this, data.outputs());
        return data.withTargets(numbers -> {
            for (int at = 0; at < numbers.length; at += width()) {
                scale(numbers, at);
            }
        });
    }

    /** Scales a row in place: {@link #width} numbers of an array from a position on, which are not checked. */
    default void scale(double[] numbers, int at) {
        for (int j = 0; j < width(); j++) {
            numbers[at + j] = scaled(j, numbers[at + j]);
        }
    }
}
