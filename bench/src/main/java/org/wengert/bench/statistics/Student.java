package org.wengert.bench.statistics;

/** The 97.5% quantiles of Student's t: so many standard errors to either side hold 95%. */
public final class Student {
    /** For 1, 2, ... degrees of freedom; any table of the distribution has them. */
    private static final double[] QUANTILES = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private Student() {}

    /**
     * The quantile, between whole degrees of freedom by the straight line over their reciprocals, which is a little too large;
     * above 30, that for 30, which is too.
     *
     * @param freedom degrees of it; below 1 as 1
     */
    public static double quantile(double freedom) {
        double within = Math.max(1, Math.min(freedom, QUANTILES.length));
        int below = (int) within;
        if (below == within) {
            return QUANTILES[below - 1];
        }
        double share = (1.0 / below - 1 / within) * below * (below + 1);
        return QUANTILES[below - 1] + share * (QUANTILES[below] - QUANTILES[below - 1]);
    }
}
