package org.wengert.tck.random;

import org.wengert.tck.Arithmetic;
import org.wengert.tck.Precision;

/**
 * How an engine rounds, for the bound on its errors.
 *
 * @param unit   largest relative error of one rounding
 * @param floor  the smallest number above 0, to which results may be rounded
 * @param single how many roundings an operation has that a processor does in one
 * @param value  how many an operation has that is computed by a formula
 * @param slope  how many a derivative has
 */
public record Rounding(double unit, double floor, int single, int value, int slope) {
    /**
     * Of an engine that computes as it declares: one rounding for what processors do, four for a formula, eight for its
     * derivative, which is made of a formula or two and what joins them. A unit in the last place that an engine declares is
     * up to two roundings.
     */
    public static Rounding of(Arithmetic arithmetic) {
        Precision precision = arithmetic.precision();
        int declared = 2 * arithmetic.ulps();
        return new Rounding(precision.roundoff(), precision.smallest(), 1 + declared, 4 + declared, 8 + declared);
    }

    /** How many roundings one number of a result has, made of so many numbers. */
    int of(Accuracy accuracy, int numbers) {
        return switch (accuracy) {
            case EXACT -> 0;
            case ROUNDED -> single;
            case FORMULA -> value + numbers;
            case SUM -> single + numbers;
        };
    }
}
