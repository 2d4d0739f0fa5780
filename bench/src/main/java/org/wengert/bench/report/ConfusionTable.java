package org.wengert.bench.report;

import org.wengert.bench.picture.Markup;
import org.wengert.nn.ConfusionMatrix;

/** Which classes are taken for which: a row for each that samples have, a column for each that was told. */
final class ConfusionTable {
    /** Shades in the style sheet, the palest 1. */
    private static final int SHADES = 5;

    private ConfusionTable() {}

    static void write(Markup page, ConfusionMatrix matrix) {
        int classes = matrix.classNames().size();
        page.scroll("Confusion matrix");
        page.open("table", "class", "confusion");
        page.element("caption", "Rows: what a test sample is. Columns: what it was told to be.");
        page.open("thead").open("tr").open("td").close();
        matrix.classNames().forEach(name -> page.element("th", name, "scope", "col", "class", "number"));
        page.element("th", "recall", "scope", "col", "class", "number")
                .close()
                .close()
                .line()
                .open("tbody")
                .line();
        for (int actual = 0; actual < classes; actual++) {
            page.open("tr").element("th", matrix.classNames().get(actual), "scope", "row");
            for (int told = 0; told < classes; told++) {
                long count = matrix.count(actual, told);
                page.element("td", Long.toString(count), "class", style(matrix, actual, told, count));
            }
            page.element("td", Shares.percent(matrix.recall(actual)), "class", "number");
            page.close().line();
        }
        page.open("tr").element("th", "precision", "scope", "row");
        for (int told = 0; told < classes; told++) {
            page.element("td", Shares.percent(matrix.precision(told)), "class", "number");
        }
        page.element("td", Shares.percent(matrix.accuracy()), "class", "number")
                .close()
                .line();
        page.close().close().close().line();
    }

    /** Mistakes are shaded by their share of the class; what is right stands out by its frame. */
    private static String style(ConfusionMatrix matrix, int actual, int told, long count) {
        if (actual == told) {
            return "number hit";
        }
        double share = (double) count / Math.max(1, matrix.samples(actual));
        return count == 0
                ? "number none"
                : "number shade" + (int) Math.min(SHADES, 1 + Math.floor(share * 10 * SHADES));
    }
}
