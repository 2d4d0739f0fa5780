package org.wengert.bench.picture;

import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.TimeUnits;

/**
 * What the times of a row are in.
 *
 * @param measure time, or a plain number if the unit is not one of time
 * @param factor  from the row's unit to the measure's own
 * @param per     what one of is paid for ({@code op}), or empty
 */
record Cost(Measure measure, double factor, String per) {
    /** Of a row's unit: {@code us/op}, {@code s}. */
    static Cost of(String unit) {
        int slash = unit.indexOf('/');
        String one = slash < 0 ? unit : unit.substring(0, slash);
        String per = slash < 0 ? "" : unit.substring(slash + 1);
        return TimeUnits.isTime(one)
                ? new Cost(Measure.TIME, TimeUnits.seconds(one), per)
                : new Cost(Measure.NUMBER, 1, unit);
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
