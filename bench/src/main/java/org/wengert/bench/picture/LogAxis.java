package org.wengert.bench.picture;

import java.util.List;

/**
 * Equal steps for equal factors, each label in the unit that suits it.
 *
 * @param low     where it begins, positive
 * @param high    where it ends
 * @param measure of the labels
 * @param caption what the numbers are
 */
public record LogAxis(double low, double high, Measure measure, String caption) implements Axis {
    /** What is left free before the first number and behind the last one, as a factor. */
    private static final double MARGIN = 1.15;

    /** From a little before the smallest to a little behind the largest; only positive numbers count. */
    public static LogAxis over(double[] values, Measure measure, String caption) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (double value : values) {
            if (value > 0 && Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return high == 0
                ? new LogAxis(1, 10, measure, caption)
                : new LogAxis(low / MARGIN, high * MARGIN, measure, caption);
    }

    @Override
    public double place(double value) {
        return Math.log(value / low) / Math.log(high / low);
    }

    @Override
    public List<Double> ticks(int most) {
        return Ticks.logarithmic(low, high, most);
    }

    @Override
    public String label(double tick) {
        Measure.Unit unit = measure.unitFor(tick * (1 + 1e-9));
        String number = Measure.plain(tick / unit.size());
        return measure == Measure.NUMBER ? number + unit.name() : number + " " + unit.name();
    }
}
