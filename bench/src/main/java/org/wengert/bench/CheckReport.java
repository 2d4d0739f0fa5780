package org.wengert.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wengert.tck.AccuracyRow;
import org.wengert.tck.EngineReport;
import org.wengert.tck.FixtureReport;
import org.wengert.tck.GraphsReport;

/** What {@code check} prints. */
final class CheckReport {
    private CheckReport() {}

    /**
     * The fields of the JSON object. Errors are in ULP, and null where they are infinite: where a number is finite and
     * should not be, or the other way round.
     */
    static Map<String, @Nullable Object> fields(List<EngineReport> reports, int cases, long seed) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(
                "passed", reports.stream().allMatch(report -> report.failures().isEmpty()));
        fields.put("cases", cases);
        fields.put("seed", seed);
        fields.put("engines", reports.stream().map(CheckReport::engine).collect(Collectors.toList()));
        return fields;
    }

    private static Map<String, @Nullable Object> engine(EngineReport report) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("engine", report.engine());
        fields.put("description", report.description());
        fields.put("precision", report.precision().name().toLowerCase(Locale.ROOT));
        fields.put("passed", report.failures().isEmpty());
        fields.put("failures", report.failures());
        fields.put(
                "operations",
                report.operations().stream().map(CheckReport::operation).collect(Collectors.toList()));
        fields.put("graphs", graphs(report.graphs()));
        fields.put(
                "fixtures", report.fixtures().stream().map(CheckReport::fixture).collect(Collectors.toList()));
        return fields;
    }

    private static Map<String, @Nullable Object> operation(AccuracyRow row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("operation", row.operation());
        fields.put("passed", row.failure().isEmpty());
        fields.put("points", row.points());
        fields.put("value_ulps", Json.number(row.value().ulps()));
        fields.put(
                "partial_ulps",
                row.partials().stream().map(worst -> Json.number(worst.ulps())).collect(Collectors.toList()));
        fields.put("value_bound", row.bound().value());
        fields.put("partial_bound", row.bound().partial());
        fields.put("unit_of", row.bound().ofParts() ? "parts" : "result");
        return fields;
    }

    /** {@code largest_share} is an error as a share of what the roundings on its way may come to. */
    private static Map<String, @Nullable Object> graphs(GraphsReport report) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("passed", report.failure().isEmpty());
        fields.put("cases", report.cases());
        fields.put("largest_share", Json.number(report.worst()));
        return fields;
    }

    private static Map<String, @Nullable Object> fixture(FixtureReport report) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("file", report.file());
        fields.put("passed", report.passed());
        fields.put("failed", report.failures().size());
        fields.put("left_out", report.leftOut());
        fields.put("failures", report.failures());
        return fields;
    }

    /** The reports for a person: tables of the largest errors, then a verdict on each engine. */
    static void print(Page page, List<EngineReport> reports) {
        Table verdicts = new Table();
        for (EngineReport report : reports) {
            page.section(report.engine() + ": " + report.description() + ": largest errors in ULP", operations(report));
            page.section(report.engine() + ": random graphs", graphs(report));
            if (!report.fixtures().isEmpty()) {
                page.section(report.engine() + ": cases from files", fixtures(report));
            }
            verdicts.row(verdict(report));
            report.failures().stream().flatMap(String::lines).forEach(line -> verdicts.row("  " + line));
        }
        page.section("Verdict", verdicts);
        page.print();
    }

    private static Table operations(EngineReport report) {
        Table table =
                new Table(1, 2, 3, 4, 5).row("operation", "points", "value", "allowed", "partials", "allowed", "");
        for (AccuracyRow row : report.operations()) {
            table.row(
                    row.operation(),
                    Integer.toString(row.points()),
                    ulps(row.value().ulps()),
                    ulps(row.bound().value()),
                    row.partials().stream().map(worst -> ulps(worst.ulps())).collect(Collectors.joining(", ")),
                    ulps(row.bound().partial()),
                    row.failure().isPresent() ? "FAILS" : row.bound().ofParts() ? "of parts" : "");
        }
        return table;
    }

    private static Table graphs(EngineReport report) {
        String found = report.graphs().failure().isPresent()
                ? "FAILS: the smallest that was found stands below"
                : "the largest error is "
                        + String.format(
                                Locale.ROOT, "%.0f%%", 100 * report.graphs().worst())
                        + " of what the roundings on its way may come to";
        return new Table().row(Numbers.count(report.graphs().cases(), "graph"), found);
    }

    private static Table fixtures(EngineReport report) {
        Table table = new Table(1, 2, 3).row("file", "passed", "failed", "left out");
        for (FixtureReport fixture : report.fixtures()) {
            table.row(
                    fixture.file(),
                    Integer.toString(fixture.passed()),
                    Integer.toString(fixture.failures().size()),
                    Integer.toString(fixture.leftOut()));
        }
        return table;
    }

    private static String verdict(EngineReport report) {
        int failures = report.failures().size();
        String cases = report.fixtures().isEmpty()
                ? ""
                : ", "
                        + Numbers.count(
                                report.fixtures().stream()
                                        .mapToInt(fixture -> fixture.passed()
                                                + fixture.failures().size())
                                        .sum(),
                                "case")
                        + " from files";
        return report.engine()
                + (failures == 0 ? " passes: " : " FAILS: " + Numbers.count(failures, "failure") + " in ")
                + Numbers.count(report.operations().size(), "operation")
                + ", "
                + Numbers.count(report.graphs().cases(), "random graph")
                + cases
                + worst(report);
    }

    private static String worst(EngineReport report) {
        return report.operations().stream()
                .max(Comparator.comparingDouble(CheckReport::largest))
                .filter(row -> report.failures().isEmpty())
                .map(row -> "; the largest error is " + ulps(largest(row)) + " ULP, in " + row.operation())
                .orElse("");
    }

    private static double largest(AccuracyRow row) {
        return Math.max(row.value().ulps(), row.partial());
    }

    /** Two decimals are more than the points decide; what is as good as nothing is 0. */
    static String ulps(double error) {
        return error < 0.005
                ? "0"
                : error < 1000 ? String.format(Locale.ROOT, "%.2f", error) : String.format(Locale.ROOT, "%.2g", error);
    }
}
