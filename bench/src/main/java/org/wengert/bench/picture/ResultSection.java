package org.wengert.bench.picture;

import java.util.Map;
import java.util.stream.Collectors;
import org.wengert.bench.result.BenchResult;

/** A run's part of a page: what it measures, charts, the table, how to repeat it. */
final class ResultSection {
    private ResultSection() {}

    /** Writes the part of the run of that number, from 1. */
    static void write(Markup page, BenchResult result, int number) {
        String id = "run-" + number;
        page.open("section", "id", id, "aria-labelledby", id + "-name");
        page.element("h2", RunName.of(result), "id", id + "-name").line();
        page.element("p", result.title()).line();
        Document.figures(page, id + "-chart", Charts.of(result));
        ResultTable.write(page, result);
        page.element("h3", "How to repeat it");
        page.open("pre").element("code", result.command()).close().line();
        page.element("p", about(result), "class", "about");
        page.close().line();
    }

    private static String about(BenchResult result) {
        String settings = result.settings().entrySet().stream()
                .map(ResultSection::setting)
                .collect(Collectors.joining(", "));
        return "Started " + result.started() + ", took " + duration(result.seconds())
                + (settings.isEmpty() ? "" : "; " + settings) + ".";
    }

    private static String setting(Map.Entry<String, String> setting) {
        return setting.getKey() + " " + setting.getValue();
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? Measure.TIME.text(seconds) : whole / 60 + " min " + whole % 60 + " s";
    }
}
