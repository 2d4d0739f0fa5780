package org.wengert.bench.picture;

import java.util.List;
import org.wengert.bench.picture.Svg.Anchor;

/**
 * Which line and marker are whose.
 *
 * @param series who
 */
record Legend(Series series) {
    private static final int SAMPLE = 32;
    private static final int MOST_LINES = 3;

    double height() {
        return name().size() * Font.LABEL.lineHeight();
    }

    private List<String> name() {
        double note = series.note().isEmpty() ? 0 : Font.SMALL.width(series.note()) + Chart.MARGIN;
        return Font.LABEL.wrap(series.name(), Chart.INNER - SAMPLE - note, MOST_LINES);
    }

    /** Draws it below the origin. */
    void draw(Svg svg) {
        double middle = Font.LABEL.lineHeight() / 2.0;
        String color = series.look().color();
        if (!series.line().isEmpty()) {
            String line = "line " + color + " " + series.look().dash();
            svg.line(line, Chart.MARGIN, middle, Chart.MARGIN + SAMPLE - Chart.MARGIN, middle);
        }
        if (!series.points().isEmpty()) {
            svg.path(
                    "marker " + color,
                    series.look().marker().path(Chart.MARGIN + SAMPLE / 2.0 - Chart.MARGIN / 2.0, middle));
        }
        double baseline = Font.LABEL.size();
        for (String line : name()) {
            svg.text(Font.LABEL, Anchor.START, Chart.MARGIN + SAMPLE, baseline, line);
            baseline += Font.LABEL.lineHeight();
        }
        svg.text(Font.SMALL, Anchor.END, Chart.MARGIN + Chart.INNER, Font.LABEL.size(), series.note());
    }
}
