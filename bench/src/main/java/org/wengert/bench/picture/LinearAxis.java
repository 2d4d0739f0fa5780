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
    /** Nothing is as wide as nothing: the axis of one number is a unit long. */
    public LinearAxis {
        if (!(high > low)) {
            high = low + unit.size();
        }
    }

    /** From the smallest to the largest of plain numbers; NaN and infinities do not count. */
    public static LinearAxis over(double[] values, String caption) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return new LinearAxis(Double.isFinite(low) ? low : 0, high, new Measure.Unit("", 1), caption);
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
