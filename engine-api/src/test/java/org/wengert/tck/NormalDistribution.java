package org.wengert.tck;

import org.hipparchus.dfp.Dfp;

/** The normal distribution with mean 0 and deviation 1, to sixty digits. */
final class NormalDistribution {
    /** Below this the power series loses more digits than the continued fraction takes steps. */
    private static final int TAIL = -4;

    /** Of the continued fraction: enough for 60 digits from {@link #TAIL} on. */
    private static final int STEPS = 150;

    private NormalDistribution() {}

    /** {@code e^(-x^2/2) / sqrt(2 pi)}. */
    static Dfp bell(Dfp x) {
        Dfp pi = x.getField().getPi();
        return x.multiply(x).divide(2).negate().exp().divide(pi.multiply(2).sqrt());
    }

    /** The distribution function. */
    static Dfp upTo(Dfp x) {
        if (x.greaterThan(x.newInstance(-TAIL))) {
            return x.getOne().subtract(upTo(x.negate()));
        }
        return x.lessThan(x.newInstance(TAIL)) ? tail(x) : series(x);
    }

    /** {@code 1/2 + bell(x) (x + x^3/3 + x^5/(3*5) + ...)}. */
    private static Dfp series(Dfp x) {
        Dfp square = x.multiply(x);
        Dfp term = x;
        Dfp sum = x;
        Dfp before;
        int odd = 1;
        do {
            before = sum;
            odd += 2;
            term = term.multiply(square).divide(odd);
            sum = sum.add(term);
        } while (!sum.equals(before));
        return bell(x).multiply(sum).add(x.getOne().divide(2));
    }

    /** {@code bell(x) / (z + 1/(z + 2/(z + 3/(z + ...))))} with {@code z = -x}, after Laplace. */
    private static Dfp tail(Dfp x) {
        Dfp z = x.negate();
        Dfp fraction = z;
        for (int k = STEPS; k > 0; k--) {
            fraction = z.add(z.newInstance(k).divide(fraction));
        }
        return bell(x).divide(fraction);
    }
}
