package org.wengert.bench.report;

import java.util.List;
import org.wengert.bench.picture.Markup;

/** A table of what charts show, folded away until it is asked for. */
final class Numbered {
    private Numbered() {}

    /** Writes it if there is any row; each begins with what it is about. */
    static void write(Markup page, String name, List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.open("details").element("summary", name).line();
        open(page, name, heads);
        for (List<String> row : rows) {
            page.open("tr").element("th", row.get(0), "scope", "row", "class", "number");
            row.stream().skip(1).forEach(cell -> page.element("td", cell, "class", "number"));
            page.close().line();
        }
        page.close().close().close().close().line();
    }

    private static void open(Markup page, String name, List<String> heads) {
        page.scroll(name);
        page.open("table").open("thead").open("tr");
        heads.forEach(head -> page.element("th", head, "scope", "col", "class", "number"));
        page.close().close().line().open("tbody").line();
    }
}
