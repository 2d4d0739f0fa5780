package org.wengert.tck;

/**
 * What an engine says of its numbers, and is held to.
 *
 * @param precision of what it keeps: values, gradients, variables
 * @param ulps      how many units in the last place the result of an elementwise operation may lie from the operation
 *     table's, which is computed in double precision and rounded once; 0 asks for the same bits
 */
public record Arithmetic(Precision precision, int ulps) {
    /** Double precision, the table's own bits. */
    public static final Arithmetic FLOAT64 = new Arithmetic(Precision.FLOAT64, 0);

    /** Single precision, the table's own bits rounded once. */
    public static final Arithmetic FLOAT32 = new Arithmetic(Precision.FLOAT32, 0);

    /** The same precision with formulas of the engine's own, off by at most so many units in the last place. */
    public Arithmetic within(int units) {
        return new Arithmetic(precision, units);
    }

    double round(double x) {
        return precision.round(x);
    }

    double[] round(double... numbers) {
        return precision.round(numbers);
    }
}
