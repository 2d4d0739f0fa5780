package org.wengert.bench.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Row;

/** Rows as a suite would find them, without having run one. */
final class SampleRows {
    /** Half of an interval's width, as a share of the median. */
    private static final double NOISE = 0.03;

    private SampleRows() {}

    /** A time of that many units, and its ratio to a baseline's time, or 0 for the baseline itself. */
    static Row timed(String group, String contender, String unit, double time, double baseline) {
        return row(group, contender, unit, estimate(time), baseline == 0 ? null : estimate(time / baseline), null, null)
                .get();
    }

    /** No time, and why. */
    static Row refused(String group, String contender, String reason) {
        return row(group, contender, "us/op", null, null, null, reason).get();
    }

    /** A time and the bytes that were allocated at a place on the group's axis. */
    static Row scaled(String group, String contender, double at, double microseconds, double bytes) {
        return row(group, contender, "us/op", estimate(microseconds), null, at, null)
                .with("allocated", bytes)
                .get();
    }

    /** No time at a place on the group's axis. */
    static Row refusedAt(String group, String contender, double at, String reason) {
        return row(group, contender, "us/op", null, null, at, reason).get();
    }

    static Estimate estimate(double median) {
        return new Estimate(median, median * (1 - NOISE), median * (1 + NOISE));
    }

    static Builder row(
            String group, String contender, String unit, Estimate time, Estimate ratio, Double at, String refusal) {
        return new Builder(group, contender, unit, time, ratio, at, refusal);
    }

    /** A row to which figures and settings may be added. */
    static final class Builder {
        private final String group;
        private final String contender;
        private final String unit;
        private final Estimate time;
        private final Estimate ratio;
        private final Double at;
        private final String refusal;
        private final Map<String, Double> figures = new TreeMap<>();
        private final Map<String, String> settings = new LinkedHashMap<>();

        private Builder(
                String group, String contender, String unit, Estimate time, Estimate ratio, Double at, String refusal) {
            this.group = group;
            this.contender = contender;
            this.unit = unit;
            this.time = time;
            this.ratio = ratio;
            this.at = at;
            this.refusal = refusal;
        }

        Builder with(String figure, double value) {
            figures.put(figure, value);
            return this;
        }

        Builder set(String name, String value) {
            settings.put(name, value);
            return this;
        }

        Row get() {
            List<List<Double>> rounds = time == null ? List.of() : List.of(List.of(time.median()));
            String runs = time == null ? null : contender + " on one thread";
            return new Row(
                    group + "/" + contender,
                    group,
                    contender,
                    settings,
                    runs,
                    unit,
                    rounds,
                    time,
                    ratio,
                    figures,
                    at,
                    refusal);
        }
    }
}
