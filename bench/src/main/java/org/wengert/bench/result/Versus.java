package org.wengert.bench.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.statistics.Medians;
import org.wengert.bench.statistics.Welch;

/**
 * Two runs of a suite, row by row.
 *
 * @param changes of the rows that are in both runs, in the order of the new one
 * @param gone    rows of the old run only
 * @param added   rows of the new run only
 */
public record Versus(List<Change> changes, List<Row> gone, List<Row> added) {
    /** What became of a row. */
    public enum Verdict {
        /** The means of the rounds differ by {@link Welch}'s test, and the ratio is beyond the threshold: more time. */
        SLOWER,
        /** The same, less time. */
        FASTER,
        /** There was a time, and there is none now. */
        LOST,
        /** There was no time, and there is one now. */
        FOUND,
        /** The ratio is beyond the threshold, but the test does not tell the rounds apart: too noisy. */
        UNSURE,
        /** None of these. */
        EQUAL
    }

    /**
     * A row before and after.
     *
     * @param before  in the old run
     * @param after   in the new run
     * @param ratio   of the medians, new over old; NaN if one has no time
     * @param verdict what that means
     */
    public record Change(Row before, Row after, double ratio, Verdict verdict) {}

    /** Copies the lists. */
    public Versus {
        changes = List.copyOf(changes);
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /**
     * Compares two runs by the ids of their rows.
     *
     * @param threshold share by which a time may change, 0.1 for 10%
     */
    public static Versus of(BenchResult before, BenchResult after, double threshold) {
        Map<String, Row> old = new LinkedHashMap<>();
        before.rows().forEach(row -> old.put(row.id(), row));
        List<Change> changes = new ArrayList<>();
        List<Row> added = new ArrayList<>();
        for (Row row : after.rows()) {
            @Nullable Row was = old.remove(row.id());
            if (was == null) {
                added.add(row);
            } else {
                changes.add(change(was, row, threshold));
            }
        }
        return new Versus(changes, List.copyOf(old.values()), added);
    }

    private static Change change(Row before, Row after, double threshold) {
        Estimate was = before.time();
        Estimate is = after.time();
        if (was == null || is == null) {
            Verdict verdict = was == null && is == null ? Verdict.EQUAL : is == null ? Verdict.LOST : Verdict.FOUND;
            return new Change(before, after, Double.NaN, verdict);
        }
        double then = TimeUnits.seconds(before.unit());
        double now = TimeUnits.seconds(after.unit());
        double ratio = now * is.median() / (then * was.median());
        boolean apart = Welch.differ(medians(before, then), medians(after, now));
        return new Change(before, after, ratio, verdict(ratio, apart, threshold));
    }

    private static Verdict verdict(double ratio, boolean apart, double threshold) {
        if (Math.abs(Math.log(ratio)) <= Math.log1p(threshold)) {
            return Verdict.EQUAL;
        }
        if (!apart) {
            return Verdict.UNSURE;
        }
        return ratio > 1 ? Verdict.SLOWER : Verdict.FASTER;
    }

    /** One number a round, in seconds. */
    private static double[] medians(Row row, double seconds) {
        return row.rounds().stream()
                .mapToDouble(round -> seconds * Medians.of(round))
                .toArray();
    }

    /** The changes with a verdict. */
    public List<Change> with(Verdict verdict) {
        return changes.stream().filter(change -> change.verdict() == verdict).toList();
    }

    /** Whether something got slower, or has no time any more. */
    public boolean isRegression() {
        return changes.stream()
                .anyMatch(change -> change.verdict() == Verdict.SLOWER || change.verdict() == Verdict.LOST);
    }
}
