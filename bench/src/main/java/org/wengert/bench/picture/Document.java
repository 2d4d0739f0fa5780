package org.wengert.bench.picture;

import java.util.List;
import java.util.function.Consumer;

/** An HTML page that needs no other file: style and script are in it. It is well-formed XML, too. */
public final class Document {
    /** Nothing is loaded from anywhere, whatever a name on the page may look like; pictures are in the page. */
    private static final String POLICY =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    private Document() {}

    /**
     * The page's text, to be written as UTF-8.
     *
     * @param body writes what is between the tags of the body
     */
    public static String html(String title, Consumer<Markup> body) {
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        head(page, title);
        page.open("body").line();
        body.accept(page);
        page.open("script").raw("\n" + Resource.text("page.js")).close().line();
        return page.close().line().close().line().toString();
    }

    private static void head(Markup page, String title) {
        page.open("head").line();
        page.empty("meta", "charset", "utf-8").line();
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .line();
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        page.element("title", title).line();
        page.open("style")
                .raw("\n" + Resource.text("page.css") + Resource.text("chart.css"))
                .close()
                .line();
        page.close().line();
    }

    /**
     * Sets charts side by side into a page; of none, nothing is written.
     *
     * @param id what the charts' own ids begin with
     */
    public static void figures(Markup page, String id, List<Chart> charts) {
        if (charts.isEmpty()) {
            return;
        }
        page.open("div", "class", "charts").line();
        for (int i = 0; i < charts.size(); i++) {
            figure(page, id + "-" + (i + 1), charts.get(i));
        }
        page.close().line();
    }

    /**
     * Sets a chart into a page.
     *
     * @param id of its own in the page
     */
    private static void figure(Markup page, String id, Chart chart) {
        Svg svg = Svg.inPage(id, Chart.WIDTH, chart.height(), chart.title(), chart.description());
        chart.draw(svg);
        page.open("figure").raw(svg.markup()).close().line();
    }
}
