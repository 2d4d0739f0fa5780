package org.wengert.op;

/**
 * The interval in which an operand gives a finite result, ends excluded. Outside it engines still answer (NaN or an
 * infinity); the domain tells tests and generators where the derivative can be checked.
 *
 * @param low  lower end, may be negative infinity
 * @param high upper end, may be positive infinity
 * @param punctured whether 0 is left out
 */
public record Domain(double low, double high, boolean punctured) {
    /** Every number. */
    public static final Domain ALL = new Domain(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

    /** Every number but 0. */
    public static final Domain NON_ZERO = new Domain(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);

    /** Numbers above 0. */
    public static final Domain POSITIVE = above(0);

    /** Numbers above a bound. */
    public static Domain above(double low) {
        return new Domain(low, Double.POSITIVE_INFINITY, false);
    }

    /** Whether a finite number lies inside. */
    public boolean contains(double x) {
        return x > low && x < high && !(punctured && x == 0);
    }
}
