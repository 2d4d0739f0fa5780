package org.wengert.bench.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        /** The intervals of both times have no number in common, and their ratio is beyond the threshold: more time. */
        SLOWER,
        /** The same, less time. */
        FASTER,
        /** There was a time, and there is none now. */
        LOST,
        /** There was no time, and there is one now. */
        FOUND,
        /** The ratio is beyond the threshold, but the intervals overlap: too noisy to tell. */
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
        Estimate then = inSeconds(before.unit(), was);
        Estimate now = inSeconds(after.unit(), is);
        double ratio = now.median() / then.median();
        return new Change(before, after, ratio, verdict(ratio, then.differsFrom(now), threshold));
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

    private static Estimate inSeconds(String unit, Estimate time) {
        double seconds = TimeUnits.seconds(unit);
        return new Estimate(seconds * time.median(), seconds * time.low(), seconds * time.high());
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
