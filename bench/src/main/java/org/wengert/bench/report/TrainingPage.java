package org.wengert.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.wengert.bench.picture.Chart;
import org.wengert.bench.picture.Document;
import org.wengert.bench.picture.Markup;
import org.wengert.bench.picture.Sheet;
import org.wengert.nn.data.TargetKind;

/**
 * The report of one training run. The same run gives the same page, but for what its time elements hold.
 *
 * @param run what is reported
 */
public record TrainingPage(TrainedRun run) implements Report {
    @Override
    public String html() {
        return Document.html(run.title(), this::write);
    }

    @Override
    public String svg() {
        List<Chart> charts = new ArrayList<>(CourseSection.charts(run.portrait().course(), hasClasses()));
        charts.addAll(AnswersSection.charts(run));
        return Sheet.svg(
                run.title(),
                ("Made by: " + run.command() + "  "
                                + run.portrait().course().earlier().told())
                        .strip(),
                charts);
    }

    private boolean hasClasses() {
        return run.data().train().kind() != TargetKind.NUMBERS;
    }

    private void write(Markup page) {
        boolean classes = hasClasses();
        page.open("header").element("h1", run.title()).line();
        Facts.write(page, "What came of it", run.summary());
        time(page);
        contents(page, classes);
        page.close().line().open("main").line();
        CourseSection.write(page, run.portrait().course(), classes);
        AnswersSection.write(page, run, classes);
        NetworkSection.write(page, run);
        RunSection.write(page, run.settings(), run.command(), run.machine());
        page.close().line();
    }

    private void time(Markup page) {
        page.open("p").text("The training began at ");
        Times.write(page, run.portrait().course().started());
        page.text(" and took ");
        Times.write(page, run.seconds());
        page.text(", of which this report took ");
        Times.write(page, run.portrait().course().seconds());
        page.text(".").close().line();
    }

    private static void contents(Markup page, boolean classes) {
        page.open("nav", "aria-label", "Contents").open("ul");
        link(page, "#course", "How it learned");
        link(page, "#answers", classes ? "What it tells apart" : "What it predicts");
        link(page, "#network", "The network");
        link(page, "#settings", "How to repeat it");
        link(page, "#machines", "Machine");
        page.close().close().line();
    }

    private static void link(Markup page, String target, String text) {
        page.open("li").element("a", text, "href", target).close();
    }
}
