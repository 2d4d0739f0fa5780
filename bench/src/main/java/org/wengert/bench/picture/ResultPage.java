package org.wengert.bench.picture;

import java.util.List;
import java.util.stream.Collectors;
import org.wengert.bench.result.BenchResult;

/**
 * The results of one or more runs as one HTML page that needs no other file: warnings first, then for each run its charts
 * and a table, last how to repeat it and what it ran on. Without JavaScript the table does not sort and the page is whole.
 */
public final class ResultPage {
    /** Nothing is loaded from anywhere, whatever a name in a result may look like. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    private final Markup page = new Markup();
    private final List<BenchResult> results;

    private ResultPage(List<BenchResult> results) {
        this.results = results;
    }

    /** The page's text, to be written as UTF-8; the same for the same results. It is well-formed XML, too. */
    public static String html(List<BenchResult> results) {
        return new ResultPage(List.copyOf(results)).html();
    }

    private String html() {
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        head();
        page.open("body").line().open("header").element("h1", title()).line();
        warnings();
        contents();
        page.close().line().open("main").line();
        for (int i = 0; i < results.size(); i++) {
            ResultSection.write(page, results.get(i), i + 1);
        }
        Machines.write(page, results);
        page.close().line();
        page.open("script").raw("\n" + Resource.text("page.js")).close().line();
        return page.close().line().close().line().toString();
    }

    private String title() {
        return "Benchmarks: "
                + results.stream().map(BenchResult::suite).distinct().collect(Collectors.joining(", "));
    }

    private void head() {
        page.open("head").line();
        page.empty("meta", "charset", "utf-8").line();
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .line();
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        page.element("title", title()).line();
        page.open("style")
                .raw("\n" + Resource.text("page.css") + Resource.text("chart.css"))
                .close()
                .line();
        page.close().line();
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
