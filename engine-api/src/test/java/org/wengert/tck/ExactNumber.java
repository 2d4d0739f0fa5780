package org.wengert.tck;

import org.hipparchus.dfp.Dfp;

/**
 * A number to some thirty digits, kept in a form that is quick to compare with.
 *
 * @param precision of the numbers it is compared with
 * @param nearest   to double precision
 * @param rest      what is missing to the exact number
 * @param unit      the unit in the last place that errors are counted in
 */
record ExactNumber(Precision precision, double nearest, double rest, double unit) {
    /**
     * How much larger than the smallest normal number a result must be to have all its digits: what it is made of may be
     * subnormal where it is not. Below, units stay as large as here.
     */
    private static final double PARTS = 0x1p12;

    /**
     * The exact number beside one of this precision.
     *
     * @param size what units are units of: the exact number itself, or the terms it is the sum of
     */
    static ExactNumber of(Precision precision, Dfp exact, Dfp size) {
        double nearest = Exact.nearest(exact);
        double rest = Double.isFinite(nearest)
                ? exact.subtract(exact.newInstance(nearest)).toDouble()
                : 0;
        double least = PARTS * precision.smallestNormal();
        double large = Math.min(precision.largest(), Math.max(least, size.abs().toDouble()));
        return new ExactNumber(precision, nearest, rest, precision.ulp(large));
    }

    /**
     * How far a number is off, in units in the last place. What rounds to infinity must be infinite; in a comparison with
     * finite numbers an infinity counts as the next after the largest.
     */
    double ulps(double actual) {
        if (Double.isNaN(nearest) || Double.isNaN(actual)) {
            return Double.isNaN(nearest) && Double.isNaN(actual) ? 0 : Double.POSITIVE_INFINITY;
        }
        double expected = precision.round(nearest);
        if (Double.isInfinite(expected) || Double.isInfinite(actual)) {
            return expected == actual ? 0 : Math.abs(finite(actual) - finite(expected)) / unit + 1;
        }
        return Math.abs(actual - nearest - rest) / unit;
    }

    private double finite(double x) {
        return Math.max(-precision.largest(), Math.min(precision.largest(), x));
    }
}
