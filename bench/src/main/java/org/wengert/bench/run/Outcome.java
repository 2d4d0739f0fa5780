package org.wengert.bench.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one JVM said of a row. */
sealed interface Outcome {
    /**
     * Numbers.
     *
     * @param runs    what ran, in the contender's own words, or null if it did not say
     * @param unit    of the numbers; less is better
     * @param times   one an iteration
     * @param figures what else was counted
     */
    record Measured(@Nullable String runs, String unit, List<Double> times, Map<String, Double> figures)
            implements Outcome {}

    /**
     * No numbers.
     *
     * @param reason  in a line
     * @param skipped whether there is no such contender here, rather than one that is wrong
     */
    record Refused(String reason, boolean skipped) implements Outcome {}
}
