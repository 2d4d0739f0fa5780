package org.wengert.bench.picture;

import java.util.Arrays;
import java.util.List;

/**
 * Equal steps between whole numbers, for what is counted.
 *
 * @param numbers the axis, whose ends may lie between whole numbers
 */
public record CountAxis(LinearAxis numbers) implements Axis {
    /** From the smallest to the largest of these; one of them alone stands between its neighbours. */
    public static CountAxis over(double[] values, String caption) {
        double[] different = Arrays.stream(values).distinct().toArray();
        LinearAxis axis = different.length == 1
                ? LinearAxis.over(new double[] {different[0] - 1, different[0] + 1}, caption)
                : LinearAxis.over(values, caption);
        return new CountAxis(axis);
    }

    @Override
    public double place(double value) {
        return numbers.place(value);
    }

    @Override
    public List<Double> ticks(int most) {
        return Ticks.whole(numbers.low(), numbers.high(), most);
    }

    @Override
    public String label(double tick) {
        return numbers.label(tick);
    }

    @Override
    public String caption() {
        return numbers.caption();
    }
}
