package org.wengert.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wengert.tck.AccuracyBounds;
import org.wengert.tck.AccuracyRow;

/** The largest errors of all engines as a page. */
final class AccuracyPage {
    private static final String HEAD = """
            # Accuracy

            The largest error of every operation, in units in the last place (ULP) of the engine's precision: of the value,
            then of each partial derivative. What is right comes from an oracle engine of 60 digits, which evaluates plain
            definitions of the operations and differentiates them forward by an independent library; nothing in it comes from
            the operation tables that engines compute with. It reproduces the 125 graphs of the reference fixtures to the last
            bit.

            This page is printed by

            ```
            src/bin/wengert accuracy --points %d --seed %d > src/site/markdown/accuracy.md
            ```

            Points, per operation: numbers at which formulas break (zeros of both signs, subnormal and huge numbers, ends of
            the range of the exponential), every kink with both neighbours, and %d random ones of the operation's domain,
            each in an array and every fifth as a single number too. For operations on two numbers, all pairs of such
            edge points and as many random pairs, a tenth of them of equal numbers. Structural operations on %d sets of random
            arrays for each of their cases, sizes up to 20 and whole numbers with ties among them. Sine and cosine are tried up
            to 1e15.

            The column *allowed* is asserted for every engine, precision and kernel by the conformance kit, and by `wengert
            check` for yours. Where it is marked with a star, units are those of the parts that a result is made of and may
            cancel to: of the sum of the sizes of its terms, or of what it changes by relative to a change of an operand.
            """;

    private AccuracyPage() {}

    /** The page's text, from the rows of each engine by the name of its column. */
    static String markdown(Map<String, List<AccuracyRow>> columns, int points, long seed) {
        StringBuilder page = new StringBuilder(HEAD.formatted(points, seed, points, Math.max(1, points / 100)));
        page.append("\n| operation | ")
                .append(String.join(" | ", columns.keySet()))
                .append(" | allowed |\n");
        page.append("| --- ".repeat(columns.size() + 2)).append("|\n");
        Map<String, List<AccuracyRow>> rows = new LinkedHashMap<>();
        columns.values()
                .forEach(
                        column -> column.forEach(row -> rows.computeIfAbsent(row.operation(), name -> new ArrayList<>())
                                .add(row)));
        rows.forEach((name, row) ->
                page.append("| `").append(name).append("` | ").append(row(row)).append(" |\n"));
        page.append("\n## Why some bounds are larger\n\n");
        rows.forEach((name, row) -> {
            String reason = row.get(0).bound().reason();
            if (!reason.isEmpty()) {
                page.append("- `").append(name).append("`: ").append(reason).append(".\n");
            }
        });
        return page.toString();
    }

    private static String row(List<AccuracyRow> row) {
        String errors = row.stream().map(AccuracyPage::cell).collect(Collectors.joining(" | "));
        AccuracyBounds.Bound bound = row.get(0).bound();
        return errors + " | " + CheckReport.ulps(bound.value()) + "; " + CheckReport.ulps(bound.partial())
                + (bound.ofParts() ? " *" : "");
    }

    private static String cell(AccuracyRow row) {
        return CheckReport.ulps(row.value().ulps()) + "; "
                + row.partials().stream()
                        .map(worst -> CheckReport.ulps(worst.ulps()))
                        .collect(Collectors.joining(", "));
    }
}
