package org.wengert.bench.picture;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.result.Row;

/**
 * One of a row's figures.
 *
 * @param measure what it counts
 * @param value   in the measure's own unit
 */
record Figure(Measure measure, double value) {
    private static final Set<String> BYTES = Set.of("allocated", "bytes", "bytesANode", "grown");
    private static final String PERCENTILE = "p99";

    /** The figure of that name, or null if the row has none. */
    static @Nullable Figure of(Row row, String name) {
        Double value = row.figures().get(name);
        if (value == null) {
            return null;
        }
        if (name.equals(PERCENTILE)) {
            Cost cost = Cost.of(row.unit());
            return new Figure(cost.measure(), cost.factor() * value);
        }
        return new Figure(BYTES.contains(name) ? Measure.BYTES : Measure.NUMBER, value);
    }

    /** With its unit. */
    String text() {
        return measure.text(value);
    }
}
