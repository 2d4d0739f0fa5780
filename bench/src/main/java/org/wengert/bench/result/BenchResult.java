package org.wengert.bench.result;

import java.util.List;
import java.util.Map;

/**
 * All that a run of a suite found out.
 *
 * @param format   {@link #FORMAT}
 * @param suite    its name
 * @param title    what it measures, in a line
 * @param command  that repeats it
 * @param started  in ISO 8601, UTC
 * @param seconds  that it took
 * @param machine  what it ran on
 * @param settings rounds, iterations and seconds an iteration, warm-up
 * @param rows     in the suite's order
 * @param fits     how costs grow, if the suite asks that
 * @param warnings what a reader must know before believing a number: a noisy machine, a missing peer
 */
public record BenchResult(
        String format,
        String suite,
        String title,
        String command,
        String started,
        double seconds,
        Machine machine,
        Map<String, String> settings,
        List<Row> rows,
        List<Fit> fits,
        List<String> warnings) {
    /** The layout of files that this version writes and reads. */
    public static final String FORMAT = "wengert-bench/1";

    /** Copies the lists. */
    public BenchResult {
        rows = List.copyOf(rows);
        fits = List.copyOf(fits);
        warnings = List.copyOf(warnings);
    }
}
