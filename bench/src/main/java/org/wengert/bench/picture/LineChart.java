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
record LineChart(String title, Axis x, Axis y, List<Series> series, List<String> notes) implements Chart {
    private static final int PLOT_HEIGHT = 200;
    private static final int PIXELS_PER_TICK = 52;
    private static final int MOST_Y_TICKS = 6;
    private static final int TICK = 4;
    /** Half a label of the last tick may stand out. */
    private static final int RIGHT = 24;
    private static final int MOST_NOTE_LINES = 4;
    private static final double SHORTEST_WHISKER = 3;

    LineChart {
        series = List.copyOf(series);
        notes = List.copyOf(notes);
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(y.caption() + " against " + x.caption());
        for (Series one : series) {
            text.append("; ").append(one.name()).append(one.note().isEmpty() ? "" : " " + one.note());
        }
        notes.forEach(note -> text.append("; ").append(note));
        return text.toString();
    }

    @Override
    public double height() {
        double legend = series.stream().mapToDouble(one -> new Legend(one).height()).sum();
        double remarks = notes.stream().mapToDouble(note -> note(note).size()).sum() * Font.SMALL.lineHeight();
        return bottom() + TICK + Font.SMALL.lineHeight() + MARGIN + legend + remarks + MARGIN;
    }

    private List<String> heading() {
        return Font.TITLE.wrap(title, INNER, 3);
    }

    private static List<String> note(String note) {
        return Font.SMALL.wrap(note, INNER, MOST_NOTE_LINES);
    }

    private double top() {
        return heading().size() * Font.TITLE.lineHeight() + Font.SMALL.lineHeight() + MARGIN;
    }

    private double bottom() {
        return top() + PLOT_HEIGHT;
    }

    private double left() {
        return MARGIN
                + TICK
                + 2
                + y.ticks(MOST_Y_TICKS).stream()
                        .mapToDouble(tick -> Font.SMALL.width(y.label(tick)))
                        .max()
                        .orElse(0);
    }

    private double right() {
        return WIDTH - RIGHT;
    }

    private double atX(double value) {
        return left() + (right() - left()) * x.place(value);
    }

    private double atY(double value) {
        return bottom() - PLOT_HEIGHT * y.place(value);
    }

    @Override
    public void draw(Svg svg) {
        drawHeading(svg);
        drawAxes(svg);
        series.forEach(one -> drawLine(svg, one));
        series.forEach(one -> one.points().forEach(point -> drawPoint(svg, one.look(), point)));
        double below = bottom() + TICK + Font.SMALL.lineHeight() + MARGIN;
        for (Series one : series) {
            Legend legend = new Legend(one);
            svg.part(0, below);
            legend.draw(svg);
            svg.end();
            below += legend.height();
        }
        for (String note : notes) {
            for (String line : note(note)) {
                below += Font.SMALL.lineHeight();
                svg.text(Font.SMALL, Anchor.START, MARGIN, below, line);
            }
        }
    }

    private void drawHeading(Svg svg) {
        double baseline = 0;
        for (String line : heading()) {
            baseline += Font.TITLE.lineHeight();
            svg.text(Font.TITLE, Anchor.START, MARGIN, baseline - MARGIN / 2.0, line);
        }
        svg.text(Font.SMALL, Anchor.START, MARGIN, baseline + Font.SMALL.size(), y.caption() + " against " + x.caption());
    }

    private void drawAxes(Svg svg) {
        for (double tick : y.ticks(MOST_Y_TICKS)) {
            svg.line("grid", left(), atY(tick), right(), atY(tick));
            svg.text(Font.SMALL, Anchor.END, left() - TICK - 2, atY(tick) + TICK, y.label(tick));
        }
        for (double tick : x.ticks((int) ((right() - left()) / PIXELS_PER_TICK))) {
            svg.line("axis", atX(tick), bottom(), atX(tick), bottom() + TICK);
            svg.text(Font.SMALL, Anchor.MIDDLE, atX(tick), bottom() + TICK + Font.SMALL.size(), x.label(tick));
        }
        svg.line("axis", left(), bottom(), right(), bottom());
    }

    private void drawLine(Svg svg, Series one) {
        StringBuilder data = new StringBuilder();
        boolean pen = false;
        for (Point point : one.line()) {
            boolean known = Double.isFinite(x.place(point.x())) && Double.isFinite(y.place(point.y()));
            if (known) {
                data.append(pen ? 'L' : 'M').append(Svg.number(atX(point.x())));
                data.append(' ').append(Svg.number(atY(point.y())));
            }
            pen = known;
        }
        if (!data.isEmpty()) {
            svg.path("line " + one.look().color() + " " + one.look().dash(), data.toString());
        }
    }

    private void drawPoint(Svg svg, Look look, Point point) {
        svg.mark("point " + look.color(), point.text());
        if (atY(point.low()) - atY(point.high()) >= SHORTEST_WHISKER) {
            svg.line("interval", atX(point.x()), atY(point.low()), atX(point.x()), atY(point.high()));
        }
        svg.path("marker", look.marker().path(atX(point.x()), atY(point.y())));
        svg.end();
    }
}
