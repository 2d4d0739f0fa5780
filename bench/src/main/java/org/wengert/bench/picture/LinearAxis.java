package org.wengert.bench.picture;

import java.util.List;

/**
 * Equal steps, one unit for all labels.
 *
 * @param low     where it begins
 * @param high    where it ends
 * @param unit    of the labels
 * @param caption what the numbers are, with the unit
 */
public record LinearAxis(double low, double high, Measure.Unit unit, String caption) implements Axis {
    private static final Measure.Unit PLAIN = new Measure.Unit("", 1);

    /** Nothing is as wide as nothing: the axis of one number is a unit long. */
    public LinearAxis {
        if (!(high > low)) {
            high = low + unit.size();
        }
    }

    /** From the smallest to the largest of plain numbers, one alone in the middle; NaN and infinities do not count. */
    public static LinearAxis over(double[] values, String caption) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double room = low < high ? 0 : low == 0 ? 1 : Math.abs(low) / 2;
        return Double.isFinite(low)
                ? new LinearAxis(low - room, high + room, PLAIN, caption)
                : new LinearAxis(0, 1, PLAIN, caption);
    }

    /** The same, ending here if it went on: what is a share is never above 1. */
    public LinearAxis atMost(double most) {
        return new LinearAxis(low, Math.min(most, high), unit, caption);
    }

    @Override
    public double place(double value) {
        return (value - low) / (high - low);
    }

    @Override
    public List<Double> ticks(int most) {
        return Ticks.linear(low, high, most);
    }

    @Override
    public String label(double tick) {
        return Measure.plain(tick / unit.size());
    }
}
