package org.wengert.bench.report;

import java.util.Map;
import org.wengert.bench.picture.Markup;

/** A table of names and what they stand for. */
final class Facts {
    private Facts() {}

    /** Writes the rows in the map's order. */
    static void write(Markup page, String name, Map<String, String> facts) {
        page.scroll(name);
        page.open("table").open("tbody").line();
        facts.forEach((fact, value) -> page.open("tr")
                .element("th", fact, "scope", "row")
                .element("td", value)
                .close()
                .line());
        page.close().close().close().line();
    }
}
