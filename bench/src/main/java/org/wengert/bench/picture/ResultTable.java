package org.wengert.bench.picture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Row;

/** All rows of a run with all their numbers, to be sorted by any column. */
final class ResultTable {
    private final Markup page;
    private final BenchResult result;
    private final Set<String> figures = new TreeSet<>();

    private ResultTable(Markup page, BenchResult result) {
        this.page = page;
        this.result = result;
        result.rows().forEach(row -> figures.addAll(row.figures().keySet()));
    }

    /** Writes the table. */
    static void write(Markup page, BenchResult result) {
        new ResultTable(page, result).write();
    }

    private void write() {
        String name = "Rows of " + RunName.of(result);
        page.element(
                "p",
                "Times are medians with their 95% intervals; ratios are to the group's baseline.",
                "class",
                "about");
        page.scroll(name);
        page.open("table", "class", "sortable");
        page.open("thead").open("tr");
        head("Group", "");
        head("Contender", "");
        head("Time", "number");
        head("Time interval", "number");
        head("Ratio", "number");
        head("Ratio interval", "number");
        figures.forEach(figure -> head(figure, "number"));
        head("What ran", "");
        page.close().close().line().open("tbody").line();
        result.rows().forEach(this::row);
        page.close().close().close().line();
    }

    private void head(String text, String style) {
        page.element("th", text, "scope", "col", "class", style);
    }

    private void row(Row row) {
        List<Row> group = result.rows().stream()
                .filter(other -> other.group().equals(row.group()))
                .toList();
        Told told = new Told(row, row == BaselineRow.of(group));
        Estimate time = row.time();
        Estimate ratio = row.ratio();
        page.open("tr", "class", time == null ? "refused" : "");
        page.element("td", row.group(), "class", "name");
        page.element("th", row.contender(), "scope", "row", "class", "name");
        Double seconds = time == null ? null : Cost.of(row.unit()).in(time).median();
        number(told.time(), seconds);
        number(told.interval(), seconds);
        ratio(told, ratio);
        for (String name : figures) {
            Figure figure = Figure.of(row, name);
            number(figure == null ? "" : figure.text(), figure == null ? null : (Double) figure.value());
        }
        remark(row);
        page.close().line();
    }

    private void ratio(Told told, @Nullable Estimate ratio) {
        if (ratio == null) {
            number(told.ratio(), told.baseline() ? Double.valueOf(1) : null);
            number("", null);
        } else {
            number(Measure.digits(ratio.median()), ratio.median());
            number(Told.range(ratio), ratio.median());
        }
    }

    private void number(String text, @Nullable Double value) {
        if (value == null || value.isNaN()) {
            page.element("td", text, "class", "number missing");
        } else {
            page.element("td", text, "class", "number", "data-number", value.toString());
        }
    }

    private void remark(Row row) {
        String runs = row.runs();
        page.open("td", "class", "remark");
        page.text(row.time() == null ? new Told(row, false).reason() : runs == null ? "" : runs);
        if (!row.settings().isEmpty()) {
            page.element("small", settings(row.settings()));
        }
        page.close();
    }

    private static String settings(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }
}
