package org.wengert.bench.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** What a number counts, and hence in which units people read it. */
public enum Measure {
    /** In seconds. */
    TIME(new Unit("ns", 1e-9), new Unit("us", 1e-6), new Unit("ms", 1e-3), new Unit("s", 1)),
    /** In bytes. */
    BYTES(new Unit("B", 1), new Unit("kB", 1e3), new Unit("MB", 1e6), new Unit("GB", 1e9)),
    /** Of anything. */
    NUMBER(new Unit("", 1), new Unit("k", 1e3), new Unit("M", 1e6), new Unit("G", 1e9));

    private static final int DIGITS = 3;
    private static final MathContext ROUND = new MathContext(2 * DIGITS);
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e6;

    private final List<Unit> units;

    Measure(Unit... units) {
        this.units = List.of(units);
    }

    /** The largest unit that leaves a number from 1 up. */
    public Unit unitFor(double x) {
        Unit unit = units.get(0);
        for (Unit larger : units) {
            unit = Math.abs(x) >= larger.size() ? larger : unit;
        }
        return unit;
    }

    /** Three digits and the unit that suits the number: {@code 41.2 us}, {@code 1.05 GB}, {@code 12k}. */
    public String text(double x) {
        Unit unit = unitFor(rounded(x));
        String number = digits(x / unit.size());
        return unit.name().isEmpty() || this == NUMBER ? number + unit.name() : number + " " + unit.name();
    }

    /** A round number, without what rounding added to it and without zeros that say nothing: {@code 0.5}, {@code 200}. */
    public static String plain(double x) {
        double size = Math.abs(x);
        if (size != 0 && (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN)) {
            return digits(x);
        }
        return new BigDecimal(x).round(ROUND).stripTrailingZeros().toPlainString();
    }

    /** Three digits: {@code 0.0412}, {@code 4.12}, {@code 412}, {@code 1.23e+06}. */
    public static String digits(double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return x == 0 ? "0" : Double.toString(x);
        }
        double size = Math.abs(rounded(x));
        int before = (int) Math.floor(Math.log10(size)) + 1;
        if (before > 2 * DIGITS || before < 1 - DIGITS) {
            return String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", x);
        }
        return String.format(Locale.ROOT, "%." + Math.max(0, DIGITS - before) + "f", x);
    }

    /** To three digits, so that 999.6 us counts as a millisecond. */
    private static double rounded(double x) {
        return Double.isFinite(x) ? Double.parseDouble(String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", x)) : x;
    }

    /**
     * A unit.
     *
     * @param name as it is written
     * @param size in the measure's own unit
     */
    public record Unit(String name, double size) {}
}
