package org.wengert.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.wengert.bench.picture.Chart;
import org.wengert.bench.picture.Document;
import org.wengert.bench.picture.LineChart;
import org.wengert.bench.picture.Markup;
import org.wengert.bench.picture.Sheet;
import org.wengert.bench.report.ComparedRuns.EngineRun;

/**
 * The report of one task on several engines: their curves one upon the other, how far they agree, and what a step costs.
 *
 * @param runs what is reported
 */
public record ComparisonPage(ComparedRuns runs) implements Report {
    /** As many rows as a reader may look through. */
    private static final int MOST_ROWS = 200;

    @Override
    public String html() {
        return Document.html(runs.title(), this::write);
    }

    @Override
    public String svg() {
        return Sheet.svg(runs.title(), "Made by: " + runs.command(), charts());
    }

    private EngineRun first() {
        return runs.engines().get(0);
    }

    private List<EngineRun> others() {
        return runs.engines().subList(1, runs.engines().size());
    }

    private void write(Markup page) {
        page.open("header").element("h1", runs.title() + " on " + names()).line();
        agreement(page);
        page.close().line().open("main").line();
        page.open("section", "id", "curves", "aria-labelledby", "curves-name");
        page.element("h2", "How they learned", "id", "curves-name").line();
        page.element(
                "p",
                "The losses of each step's batch, one engine's upon the other's: where one line is seen, they are one."
                        + " Tab reaches a chart, arrow keys go from mark to mark.");
        Document.figures(page, "curves", charts());
        numbers(page);
        page.close().line();
        times(page);
        RunSection.write(page, runs.settings(), runs.command(), runs.machine());
        page.close().line();
    }

    private String names() {
        return String.join(", ", runs.engines().stream().map(EngineRun::name).toList());
    }

    private void agreement(Markup page) {
        page.open("ul", "id", "agreement");
        others().forEach(other -> page.element("li", Agreement.told(first(), other)));
        page.close().line();
    }

    private List<Chart> charts() {
        Curves losses = new Curves("Loss of each step", "step", "loss");
        for (EngineRun run : runs.engines()) {
            losses.line(
                    run.name(), steps(run), step -> step, step -> run.losses().get(step - 1));
        }
        List<Chart> charts = new ArrayList<>(List.of(losses.chart()));
        if (others().stream().anyMatch(other -> differs(other))) {
            charts.add(differences());
        }
        return charts;
    }

    private static List<Integer> steps(EngineRun run) {
        return IntStream.rangeClosed(1, run.losses().size()).boxed().toList();
    }

    private boolean differs(EngineRun other) {
        return Agreement.steps(first(), other).stream().anyMatch(step -> step.difference() > 0);
    }

    /** Steps at which losses are the same bits have no place on an axis of factors. */
    private LineChart differences() {
        Curves differences = new Curves("Relative difference to " + first().name(), "step", "difference", 1);
        for (EngineRun other : others()) {
            differences.line(
                    other.name(),
                    Agreement.steps(first(), other),
                    Agreement.Step::number,
                    step -> step.difference() == 0 ? Double.NaN : step.difference());
        }
        return differences.chart("Gaps in a line: steps with the same bits.");
    }

    private void numbers(Markup page) {
        List<String> heads = new ArrayList<>(List.of("step"));
        runs.engines().forEach(run -> heads.add("loss on " + run.name()));
        int steps = first().losses().size();
        int stride = (steps + MOST_ROWS - 1) / MOST_ROWS;
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < steps; i += stride) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(i + 1)));
            for (EngineRun run : runs.engines()) {
                row.add(Double.toString(run.losses().get(i)));
            }
            rows.add(row);
        }
        Numbered.write(page, "Losses in numbers", heads, rows);
    }

    private void times(Markup page) {
        double fastest = runs.engines().stream()
                .mapToDouble(EngineRun::stepSeconds)
                .min()
                .orElse(Double.NaN);
        page.open("section", "id", "times", "aria-labelledby", "times-name");
        page.element("h2", "What a step costs", "id", "times-name").line();
        page.open("p").text("Medians of " + first().losses().size() + " steps, after each engine had trained for ");
        Times.write(page, runs.warmupSeconds());
        page.text(" to warm up; engines ran in this order.").close().line();
        page.scroll("Times");
        page.open("table", "class", "sortable").open("thead").open("tr");
        List.of("engine", "loss", "time a step", "ratio", "settings")
                .forEach(head -> page.element("th", head, "scope", "col"));
        page.close().close().line().open("tbody").line();
        for (EngineRun run : runs.engines()) {
            page.open("tr").element("th", run.name(), "scope", "row");
            page.element("td", Double.toString(run.loss()), "class", "number", "data-number", number(run.loss()));
            page.open("td", "class", "number", "data-number", number(run.stepSeconds()));
            Times.write(page, run.stepSeconds());
            page.close().open("td", "class", "number", "data-number", number(run.stepSeconds()));
            page.text(String.format(Locale.ROOT, "%.2f", run.stepSeconds() / fastest))
                    .close();
            page.element("td", run.description()).close().line();
        }
        page.close().close().close().close().line();
    }

    private static String number(double x) {
        return Double.toString(x);
    }
}
