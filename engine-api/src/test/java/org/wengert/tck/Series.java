package org.wengert.tck;

import org.hipparchus.dfp.Dfp;

/** Functions that come to nothing at 0, with all digits near it. */
final class Series {
    /** Nearer to 0 than this a dozen or two terms are all digits; further off few digits cancel. */
    private static final double NEAR = 1e-3;

    private Series() {}

    /** {@code e^x - 1 = x + x^2/2! + x^3/3! + ...}. */
    static Dfp expm1(Dfp x) {
        if (!isNear(x)) {
            return x.exp().subtract(1);
        }
        Dfp term = x;
        Dfp sum = x;
        Dfp before = x.getZero();
        for (int k = 2; !sum.equals(before); k++) {
            before = sum;
            term = term.multiply(x).divide(k);
            sum = sum.add(term);
        }
        return sum;
    }

    /** {@code ln(1 + x) = x - x^2/2 + x^3/3 - ...}. */
    static Dfp log1p(Dfp x) {
        if (!isNear(x)) {
            return x.add(1).log();
        }
        Dfp power = x;
        Dfp sum = x;
        Dfp before = x.getZero();
        for (int k = 2; !sum.equals(before); k++) {
            before = sum;
            power = power.multiply(x).negate();
            sum = sum.add(power.divide(k));
        }
        return sum;
    }

    private static boolean isNear(Dfp x) {
        return x.abs().lessThan(x.newInstance(NEAR));
    }
}
