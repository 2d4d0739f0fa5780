package org.wengert.op;

/**
 * The softmax of one row of numbers and what gradients need of it, shifted by the largest number {@code m} so that
 * nothing overflows, and with the largest share's complement added up from the others so that no digit is lost where
 * one number dominates.
 */
public final class SoftmaxRow {
    private final double[] x;
    private final double[] e;
    private final int top;
    private final double others;
    private final double total;

    /**
     * The softmax of at least one number; NaN anywhere makes everything NaN.
     *
     * @param x the row, kept without a copy
     */
    public SoftmaxRow(double[] x) {
        this.x = x;
        this.e = new double[x.length];
        this.top = indexOfLargest(x);
        double others = 0;
        for (int i = 0; i < x.length; i++) {
            e[i] = Math.exp(x[i] - x[top]);
            others += i == top ? 0 : e[i];
        }
        this.others = others;
        this.total = others + (x.length == 0 ? 0 : e[top]);
    }

    private static int indexOfLargest(double[] x) {
        int top = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[top] || Double.isNaN(x[i])) {
                top = i;
            }
        }
        return top;
    }

    /** {@code e^x_i / sum_j e^x_j}. */
    public double share(int i) {
        return e[i] / total;
    }

    /** {@code 1 - share(i)}, to the last digits. */
    public double rest(int i) {
        return i == top ? others / total : (total - e[i]) / total;
    }

    /** {@code ln share(i)}. */
    @SuppressWarnings("IdentityBinaryExpression") // infinity - infinity is NaN
    public double logShare(int i) {
        // The largest's own distance to itself is 0, or NaN where it is infinite.
        return (x[i] - x[top]) - (Math.log1p(others) + (x[top] - x[top]));
    }

    /** {@code ln sum_j e^x_j}; an infinite largest number is the result itself, as is negative infinity of nothing. */
    public double logSumExp() {
        if (x.length == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return Double.isInfinite(x[top]) ? x[top] : x[top] + Math.log1p(others);
    }

    /** The derivative of {@link #logSumExp} by {@code x_i}: the share, or by the bare formula where it is infinite. */
    public double logSumExpSlope(int i) {
        return Double.isInfinite(x[top]) ? Math.exp(x[i] - x[top]) : share(i);
    }

    /** The gradient of {@code sum_i g_i share(i)}: {@code p_i sum_j p_j (g_i - g_j)}, in a form linear in the length. */
    public double[] shareGradient(double[] g) {
        double mean = 0;
        for (int j = 0; j < g.length; j++) {
            mean += share(j) * (g[j] - g[top]);
        }
        double[] gradient = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            gradient[i] = share(i) * (g[i] - g[top] - mean);
        }
        return gradient;
    }

    /** The gradient of {@code sum_i g_i logShare(i)}: {@code g_i - p_i sum_j g_j}. */
    public double[] logShareGradient(double[] g) {
        double sum = 0;
        for (double part : g) {
            sum += part;
        }
        double[] gradient = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            gradient[i] = g[i] * rest(i) - share(i) * (sum - g[i]);
        }
        return gradient;
    }
}
