package org.wengert.bench.result;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The units that rows are measured in. */
public final class TimeUnits {
    private static final Map<String, Double> SECONDS =
            Map.of("ns", 1e-9, "us", 1e-6, "\u00b5s", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0);

    private TimeUnits() {}

    /** Whether a unit is one of time. */
    public static boolean isTime(String unit) {
        return SECONDS.containsKey(unit.replaceFirst("/op$", ""));
    }

    /**
     * How many seconds a unit is.
     *
     * @param unit {@code us/op}, {@code s}
     * @return a factor; 1 for what is no time
     */
    public static double seconds(String unit) {
        @Nullable Double seconds = SECONDS.get(unit.replaceFirst("/op$", ""));
        return seconds == null ? 1 : seconds;
    }
}
