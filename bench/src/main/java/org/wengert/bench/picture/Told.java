package org.wengert.bench.picture;

import org.jspecify.annotations.Nullable;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Row;

/**
 * A row in words.
 *
 * @param row      the row
 * @param baseline whether the others' ratios are to it
 */
record Told(Row row, boolean baseline) {
    private static final String NO_TIME = "no time";

    /** The median with its unit: {@code 412 us}. */
    String time() {
        Estimate time = row.time();
        if (time == null) {
            return NO_TIME;
        }
        Cost cost = Cost.of(row.unit());
        return cost.measure().text(cost.in(time).median());
    }

    /** The time's interval in the unit of the median, or nothing. */
    String interval() {
        Estimate time = row.time();
        if (time == null) {
            return "";
        }
        Cost cost = Cost.of(row.unit());
        Estimate seconds = cost.in(time);
        double unit = cost.measure().unitFor(seconds.median()).size();
        return range(new Estimate(seconds.median() / unit, seconds.low() / unit, seconds.high() / unit));
    }

    /** Of this row to the baseline: {@code 1.23x (1.20-1.26)}, or nothing. */
    String ratio() {
        Estimate ratio = row.ratio();
        return ratio == null
                ? baseline ? "baseline" : ""
                : Measure.digits(ratio.median()) + "\u00d7" + inBrackets(range(ratio));
    }

    /** Why there is no time. */
    String reason() {
        @Nullable String refusal = row.refusal();
        return refusal == null ? "not measured" : refusal;
    }

    /** In one line, with what ran. */
    String all() {
        StringBuilder line = new StringBuilder(row.contender()).append(": ").append(time());
        Estimate time = row.time();
        if (time == null) {
            return line.append(": ").append(reason()).toString();
        }
        String per = Cost.of(row.unit()).per();
        line.append(per.isEmpty() ? "" : "/" + per).append(inBrackets(interval()));
        Estimate ratio = row.ratio();
        if (ratio != null) {
            line.append(", ").append(ratio()).append(" the baseline");
            line.append(ratio.low() <= 1 && ratio.high() >= 1 ? ", no clear difference" : "");
        }
        line.append(baseline ? ", baseline" : "");
        String runs = row.runs();
        return line.append(runs == null ? "" : ", " + runs).toString();
    }

    /** Both ends of an interval, in the unit they are in; nothing if it is not known. */
    static String range(Estimate estimate) {
        return known(estimate) ? Measure.digits(estimate.low()) + "\u2013" + Measure.digits(estimate.high()) : "";
    }

    /** Whether there were enough measurements for an interval. */
    static boolean known(Estimate estimate) {
        return Double.isFinite(estimate.low()) && Double.isFinite(estimate.high());
    }

    private static String inBrackets(String range) {
        return range.isEmpty() ? "" : " (" + range + ")";
    }
}
