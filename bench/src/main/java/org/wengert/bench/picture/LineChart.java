package org.wengert.bench.picture;

import java.util.List;
import org.wengert.bench.picture.Series.Point;
import org.wengert.bench.picture.Svg.Anchor;

/**
 * Points and lines between two axes, and below them who is who and what is not drawn.
 *
 * @param title  what it shows
 * @param x      to the right
 * @param y      up
 * @param series drawn in this order
 * @param notes  below the legend: what is missing, and why
 */
public record LineChart(String title, Axis x, Axis y, List<Series> series, List<String> notes) implements Chart {
    private static final int MOST_NOTE_LINES = 4;
    private static final double SHORTEST_WHISKER = 3;

    /** Takes copies. */
    public LineChart {
        series = List.copyOf(series);
        notes = List.copyOf(notes);
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(axes());
        for (Series one : series) {
            text.append("; ").append(one.name()).append(one.note().isEmpty() ? "" : " " + one.note());
        }
        notes.forEach(note -> text.append("; ").append(note));
        return text.toString();
    }

    private String axes() {
        return y.caption() + " against " + x.caption();
    }

    @Override
    public double height() {
        double legend =
                series.stream().mapToDouble(one -> new Legend(one).height()).sum();
        double remarks = notes.stream().mapToDouble(note -> note(note).size()).sum() * Font.SMALL.lineHeight();
        return frame().bottom() + Frame.BELOW + MARGIN + legend + remarks + MARGIN;
    }

    private List<String> heading() {
        return Font.TITLE.wrap(title, INNER, 3);
    }

    private static List<String> note(String note) {
        return Font.SMALL.wrap(note, INNER, MOST_NOTE_LINES);
    }

    private Frame frame() {
        double heading = heading().size() * Font.TITLE.lineHeight() + Font.SMALL.lineHeight();
        return Frame.below(heading + MARGIN, x, y);
    }

    @Override
    public void draw(Svg svg) {
        drawHeading(svg);
        Frame frame = frame();
        frame.draw(svg);
        series.forEach(one -> drawLine(svg, frame, one));
        series.forEach(one -> one.points().forEach(point -> drawPoint(svg, frame, one.look(), point)));
        drawBelow(svg, frame.bottom() + Frame.BELOW + MARGIN);
    }

    private void drawHeading(Svg svg) {
        double y = 0;
        for (String line : heading()) {
            y += Font.TITLE.lineHeight();
            svg.text(Font.TITLE, Anchor.START, MARGIN, y - MARGIN / 2.0, line);
        }
        svg.text(Font.SMALL, Anchor.START, MARGIN, y + Font.SMALL.size(), axes());
    }

    private void drawBelow(Svg svg, double top) {
        double y = top;
        for (Series one : series) {
            Legend legend = new Legend(one);
            svg.part(0, y);
            legend.draw(svg);
            svg.end();
            y += legend.height();
        }
        for (String note : notes) {
            for (String line : note(note)) {
                y += Font.SMALL.lineHeight();
                svg.text(Font.SMALL, Anchor.START, MARGIN, y, line);
            }
        }
    }

    private static void drawLine(Svg svg, Frame frame, Series one) {
        StringBuilder data = new StringBuilder();
        boolean drawing = false;
        for (Point point : one.line()) {
            boolean known = frame.holds(point.x(), point.y());
            if (known) {
                data.append(drawing ? 'L' : 'M').append(Svg.number(frame.atX(point.x())));
                data.append(' ').append(Svg.number(frame.atY(point.y())));
            }
            drawing = known;
        }
        if (!data.isEmpty()) {
            svg.path("line " + one.look().color() + " " + one.look().dash(), data.toString());
        }
    }

    private static void drawPoint(Svg svg, Frame frame, Look look, Point point) {
        if (!frame.holds(point.x(), point.y())) {
            return;
        }
        double x = frame.atX(point.x());
        double low = frame.atY(point.low());
        double high = frame.atY(point.high());
        svg.mark("point " + look.color(), point.text());
        if (low - high >= SHORTEST_WHISKER && low <= frame.bottom()) {
            svg.line("interval", x, low, x, high);
        }
        svg.path("marker", look.marker().path(x, frame.atY(point.y())));
        svg.end();
    }
}
