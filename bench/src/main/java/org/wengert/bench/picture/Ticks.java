package org.wengert.bench.picture;

import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis: 1, 2 or 5 times a power of ten. */
final class Ticks {
    private static final double[] STEPS = {1, 2, 5};
    /** Decades from which on the powers of ten alone divide an axis well. */
    private static final int ENOUGH_DECADES = 3;
    /** A part of a step that rounding may cost. */
    private static final double SLACK = 1e-9;

    private Ticks() {}

    /** Multiples of the smallest round step of which at most this many, and at least two, can stand between the two. */
    static List<Double> linear(double low, double high, int most) {
        double step = step(high - low, Math.max(2, most));
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - SLACK); i <= high / step + SLACK; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The same for what is counted: no tick is between whole numbers. */
    static List<Double> whole(double low, double high, int most) {
        return linear(low, high, most).stream()
                .filter(tick -> Math.abs(tick - Math.rint(tick)) < SLACK)
                .map(Math::rint)
                .toList();
    }

    private static double step(double range, int most) {
        for (int exponent = (int) Math.floor(Math.log10(range / most)); ; exponent++) {
            for (double step : STEPS) {
                if (Math.floor(range / power(exponent, step) + SLACK) < most) {
                    return power(exponent, step);
                }
            }
        }
    }

    /** Powers of ten between the two, every second, third, ... if there are too many; with 2 and 5 times them if few. */
    static List<Double> logarithmic(double low, double high, int most) {
        int first = (int) Math.ceil(Math.log10(low) - SLACK);
        int last = (int) Math.floor(Math.log10(high) + SLACK);
        List<Double> ticks = new ArrayList<>();
        if (last - first + 1 >= ENOUGH_DECADES) {
            int stride = (last - first) / most + 1;
            for (int exponent = first; exponent <= last; exponent += stride) {
                ticks.add(power(exponent, 1));
            }
            return ticks;
        }
        for (int exponent = first - 1; exponent <= last; exponent++) {
            for (double step : STEPS) {
                double tick = power(exponent, step);
                if (tick >= low * (1 - SLACK) && tick <= high * (1 + SLACK)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks.size() < 2 ? linear(low, high, most) : thinned(ticks, most);
    }

    private static List<Double> thinned(List<Double> ticks, int most) {
        int stride = (ticks.size() - 1) / most + 1;
        List<Double> left = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i += stride) {
            left.add(ticks.get(i));
        }
        return left;
    }

    /** Dividing by a whole power keeps 0.2 and its like the numbers that are written so. */
    private static double power(int exponent, double times) {
        return exponent < 0 ? times / Math.pow(10, -exponent) : times * Math.pow(10, exponent);
    }
}
