package org.wengert.bench.picture;

import java.util.List;
import java.util.stream.Collectors;
import org.wengert.bench.result.BenchResult;

/**
 * The results of one or more runs as one HTML page that needs no other file: warnings first, then for each run its charts
 * and a table, last how to repeat it and what it ran on. Without JavaScript the table does not sort and the page is whole.
 */
public final class ResultPage {
    private final Markup page;
    private final List<BenchResult> results;

    private ResultPage(Markup page, List<BenchResult> results) {
        this.page = page;
        this.results = results;
    }

    /** The page's text, to be written as UTF-8; the same for the same results. It is well-formed XML, too. */
    public static String html(List<BenchResult> results) {
        List<BenchResult> all = List.copyOf(results);
        return Document.html(title(all), page -> new ResultPage(page, all).write());
    }

    private void write() {
        page.open("header").element("h1", title(results)).line();
        warnings();
        contents();
        page.close().line().open("main").line();
        for (int i = 0; i < results.size(); i++) {
            ResultSection.write(page, results.get(i), i + 1);
        }
        Machines.write(page, results);
        page.close().line();
    }

    private static String title(List<BenchResult> results) {
        return "Benchmarks: "
                + results.stream().map(BenchResult::suite).distinct().collect(Collectors.joining(", "));
    }

    private void warnings() {
        if (results.stream().allMatch(result -> result.warnings().isEmpty())) {
            return;
        }
        page.open("section", "class", "warnings", "aria-labelledby", "warnings");
        page.element("h2", "Before you believe a number", "id", "warnings").open("ul");
        for (BenchResult result : results) {
            result.warnings().forEach(warning -> page.element("li", RunName.of(result) + ": " + warning));
        }
        page.close().close().line();
    }

    private void contents() {
        page.open("nav", "aria-label", "Runs").open("ul");
        for (int i = 0; i < results.size(); i++) {
            link("#run-" + (i + 1), RunName.of(results.get(i)));
        }
        link("#machines", "Machine");
        page.close().close().line();
    }

    private void link(String target, String text) {
        page.open("li").element("a", text, "href", target).close();
    }
}
