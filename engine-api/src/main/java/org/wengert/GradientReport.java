package org.wengert;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a gradient check found, number by number.
 *
 * @param entries   one for each number of each variable
 * @param tolerance largest relative error that passes
 * @param noise     absolute error that rounding alone explains; errors below ten times this pass
 */
public record GradientReport(List<Entry> entries, double tolerance, double noise) {
    /**
     * One derivative computed in two ways.
     *
     * @param variable      its label, or its place in the call
     * @param index         which of its numbers, in row-major order
     * @param analytic      by the engine's backward
     * @param numeric       by central differences
     * @param kinkSuspected the slopes on both sides differ however small the step: there is no derivative to compare
     */
    public record Entry(String variable, int index, double analytic, double numeric, boolean kinkSuspected) {
        /** {@code |analytic - numeric|}; 0 where both are NaN or the same infinity. */
        public double absoluteError() {
            return Double.compare(analytic, numeric) == 0 ? 0 : Math.abs(analytic - numeric);
        }

        /** The absolute error over the larger of both numbers. */
        public double relativeError() {
            double error = absoluteError();
            return error == 0 ? 0 : error / Math.max(Math.abs(analytic), Math.abs(numeric));
        }

        /** The absolute error in units in the last place of the analytic number. */
        public double ulpError() {
            return absoluteError() / Math.ulp(analytic);
        }

        @Override
        public String toString() {
            return variable + "[" + index + "]: analytic " + analytic + ", numeric " + numeric + ", absolute error "
                    + absoluteError() + ", relative " + relativeError() + ", " + ulpError() + " ULP"
                    + (kinkSuspected ? "; kink suspected: the function has no single slope here" : "");
        }
    }

    /** Keeps its own copy of the entries. */
    public GradientReport {
        entries = List.copyOf(entries);
    }

    /** Whether every number passes. */
    public boolean passed() {
        return failures().isEmpty();
    }

    /** Entries whose error exceeds tolerance and rounding; an error of NaN or infinity is one. */
    public List<Entry> failures() {
        return entries.stream().filter(this::fails).collect(Collectors.toUnmodifiableList());
    }

    /** The entry with the largest relative error. */
    public Entry worst() {
        return entries.stream()
                .max(Comparator.comparingDouble(Entry::relativeError))
                .orElseThrow(() -> new IllegalStateException("gradient check: the variables hold no number"));
    }

    private boolean fails(Entry entry) {
        double allowed = tolerance * Math.max(Math.abs(entry.analytic), Math.abs(entry.numeric)) + 10 * noise;
        double error = entry.absoluteError();
        return error != 0 && (!(error <= allowed) || Double.isInfinite(error));
    }

    /** What failed, or the worst of what passed. */
    @Override
    public String toString() {
        List<Entry> failed = failures();
        if (failed.isEmpty()) {
            return "gradient check passed for " + entries.size() + " numbers"
                    + (entries.isEmpty() ? "" : "; worst: " + worst());
        }
        return failed.stream()
                .map(entry -> "\n  " + entry)
                .collect(Collectors.joining(
                        "", "gradient check failed for " + failed.size() + " of " + entries.size() + " numbers:", ""));
    }
}
