package org.wengert.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
    private static final String[] UNITS = {"s", "ms", "us", "ns"};

    private Numbers() {}

    /** Four significant digits: {@code 0.01234}, {@code 1.234e-07}. */
    static String brief(double x) {
        return String.format(Locale.ROOT, "%.4g", x);
    }

    /** A number of things: {@code 1 epoch}, {@code 20 epochs}. */
    static String count(long n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }

    /** A share from 0 to 1 in percent, two decimals. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    /** A ratio with three significant digits: {@code 0.0123}, {@code 1.05}, {@code 123}. */
    static String factor(double ratio) {
        return new BigDecimal(ratio)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Seconds in the unit that leaves a number from 1 up: {@code 12.3 ms}. */
    static String duration(double seconds) {
        int unit = 0;
        double number = seconds;
        while (number < 1 && unit < UNITS.length - 1) {
            number *= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, number < 100 ? "%.3g %s" : "%.0f %s", number, UNITS[unit]);
    }
}
