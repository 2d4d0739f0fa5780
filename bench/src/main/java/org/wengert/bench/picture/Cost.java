package org.wengert.bench.picture;

import java.util.Map;
import org.wengert.bench.result.Estimate;

/**
 * What the times of a row are in.
 *
 * @param measure time, or a plain number if the unit is not one of time
 * @param factor  from the row's unit to the measure's own
 * @param per     what one of is paid for ({@code op}), or empty
 */
record Cost(Measure measure, double factor, String per) {
    private static final Map<String, Double> SECONDS =
            Map.of("ns", 1e-9, "us", 1e-6, "\u00b5s", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0);

    /** Of a row's unit: {@code us/op}, {@code s}. */
    static Cost of(String unit) {
        int slash = unit.indexOf('/');
        String one = slash < 0 ? unit : unit.substring(0, slash);
        String per = slash < 0 ? "" : unit.substring(slash + 1);
        Double seconds = SECONDS.get(one);
        return seconds == null ? new Cost(Measure.NUMBER, 1, unit) : new Cost(Measure.TIME, seconds, per);
    }

    /** In the measure's own unit. */
    Estimate in(Estimate estimate) {
        return new Estimate(estimate.median() * factor, estimate.low() * factor, estimate.high() * factor);
    }

    /** A unit's name with what it is paid for: {@code ms/op}. */
    String name(Measure.Unit unit) {
        return per.isEmpty() || unit.name().isEmpty() ? unit.name() + per : unit.name() + "/" + per;
    }
}
