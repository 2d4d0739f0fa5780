package org.wengert.bench.result;

/**
 * A number that was measured several times.
 *
 * @param median of the rounds' medians
 * @param low    where the 95% confidence interval of the median begins
 * @param high   where it ends
 */
public record Estimate(double median, double low, double high) {
    /** The interval's width as a share of the median. */
    public double spread() {
        return (high - low) / median;
    }
}
