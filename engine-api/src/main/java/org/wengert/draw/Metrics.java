package org.wengert.draw;

/** Sizes in an SVG picture, in its own units. Texts are given their width, so that no reader's font makes them leave a box. */
final class Metrics {
    static final double FONT = 12;
    static final double BOX_HEIGHT = 26;

    /** Between two boxes of a column, and between two columns, where lines bend. */
    static final double ROW_GAP = 14;

    static final double COLUMN_GAP = 44;

    /** What a line that passes a column keeps free. */
    static final double LANE = 10;

    static final double MARGIN = 16;

    /** On both sides of a text. */
    private static final double PADDING = 9;

    private static final double ADVANCE = 0.6 * FONT;

    private Metrics() {}

    /** Of a text: in fonts of equal width, characters of Chinese, Japanese and Korean and most symbols take two places. */
    static double text(String text) {
        return ADVANCE
                * text.codePoints().map(c -> c < 0x1100 || c == '…' ? 1 : 2).sum();
    }

    /** Of a field with its text in the middle. */
    static double field(String text) {
        return text(text) + 2 * PADDING;
    }

    static double width(Box box) {
        return box.fields().stream().mapToDouble(Metrics::field).sum();
    }
}
