package org.wengert.bench.picture;

import java.util.List;
import org.wengert.bench.result.BenchResult;

/** The results of one or more runs as one HTML page that needs no other file. */
public final class ResultPage {
    private ResultPage() {}

    /** The page's text: UTF-8, the same for the same results. */
    public static String html(List<BenchResult> results) {
        Markup page = new Markup().raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        page.open("head").empty("meta", "charset", "utf-8").close().open("body");
        results.forEach(result -> page.element("h1", result.title()));
        return page.close().close().line().toString();
    }
}
