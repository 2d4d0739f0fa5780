package org.wengert.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Fit;
import org.wengert.bench.result.Row;
import org.wengert.bench.result.TimeUnits;
import org.wengert.bench.run.Choice;
import org.wengert.bench.run.Level;
import org.wengert.bench.run.Suite;

/** What {@code bench} prints. */
final class BenchReport {
    private static final String NONE = "-";

    private BenchReport() {}

    /** The suites, what each measures, and how long it takes at each level. */
    static void list(Page page, Collection<Suite> suites) {
        Table table = new Table().row("suite", "quick", "normal", "thorough", "measures");
        for (Suite suite : suites) {
            table.row(
                    suite.name(),
                    time(suite, Level.QUICK),
                    time(suite, Level.NORMAL),
                    time(suite, Level.THOROUGH),
                    suite.measures());
        }
        page.section("Suites", table).print();
    }

    private static String time(Suite suite, Level level) {
        int rows = suite.cases(level, Choice.NONE).size();
        return rows == 0 ? NONE : about(level.timing().seconds(rows));
    }

    /** {@code about 40 s}, {@code about 7 min}. */
    static String about(double seconds) {
        return seconds < 100
                ? String.format(Locale.ROOT, "about %.0f s", seconds)
                : String.format(Locale.ROOT, "about %.0f min", seconds / 60);
    }

    /** A run's result for a person. */
    static void print(Page page, BenchResult result) {
        groups(result.rows()).forEach((group, rows) -> page.section(group, table(rows)));
        if (!result.fits().isEmpty()) {
            page.section("Growth: cost ~ size ^ exponent", fits(result));
        }
        page.section("Run", run(result));
        if (!result.warnings().isEmpty()) {
            Table warnings = new Table();
            result.warnings().forEach(warnings::row);
            page.section("Warnings", warnings);
        }
        page.print();
    }

    private static Table fits(BenchResult result) {
        Table table = new Table(3, 4).row("axis", "contender", "cost", "exponent", "95% interval");
        for (Fit fit : result.fits()) {
            Estimate exponent = fit.exponent();
            table.row(
                    fit.axis(),
                    fit.contender(),
                    fit.cost(),
                    Numbers.factor(exponent.median()),
                    Numbers.factor(exponent.low()) + " to " + Numbers.factor(exponent.high()));
        }
        return table;
    }

    private static Map<String, List<Row>> groups(List<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(Row::group, LinkedHashMap::new, Collectors.toList()));
    }

    private static Table table(List<Row> rows) {
        Set<String> figures = new LinkedHashSet<>();
        rows.forEach(row -> figures.addAll(row.figures().keySet()));
        boolean curve = rows.stream().anyMatch(row -> row.at() != null);
        List<String> head = new ArrayList<>(List.of("contender", "time", "95% interval", "ratio", "95% interval"));
        if (curve) {
            head.add(1, "at");
        }
        head.addAll(figures);
        Table table = new Table(right(head.size())).row(head.toArray(String[]::new));
        for (Row row : rows) {
            List<String> cells = cells(row);
            if (curve) {
                cells.add(1, row.at() == null ? NONE : Numbers.brief(row.at()));
            }
            figures.forEach(figure -> cells.add(figure(row.figures().get(figure))));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static Integer[] right(int columns) {
        Integer[] right = new Integer[columns - 1];
        for (int i = 0; i < right.length; i++) {
            right[i] = i + 1;
        }
        return right;
    }

    private static List<String> cells(Row row) {
        double unit = TimeUnits.seconds(row.unit());
        Estimate time = row.time();
        Estimate ratio = row.ratio();
        return new ArrayList<>(List.of(
                row.contender(),
                time == null ? "no time" : Numbers.duration(unit * time.median()),
                time == null
                        ? NONE
                        : Numbers.duration(unit * time.low()) + " to " + Numbers.duration(unit * time.high()),
                ratio == null ? NONE : Numbers.factor(ratio.median()),
                ratio == null ? NONE : Numbers.factor(ratio.low()) + " to " + Numbers.factor(ratio.high())));
    }

    private static String figure(@Nullable Double x) {
        return x == null ? NONE : Numbers.brief(x);
    }

    private static Table run(BenchResult result) {
        Table table = new Table();
        for (Row row : result.rows()) {
            if (row.refusal() != null) {
                table.row("no time for " + row.id(), row.refusal());
            }
        }
        String settings = result.settings().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return table.row("took", Numbers.duration(result.seconds()) + ": " + settings)
                .row(
                        "machine",
                        result.machine().processor() + ", "
                                + Numbers.count(result.machine().cores(), "core"))
                .row("JDK", result.machine().jdk())
                .row("tape", result.machine().kernels())
                .row("commit", result.machine().commit());
    }
}
