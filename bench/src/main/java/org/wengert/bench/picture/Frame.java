package org.wengert.bench.picture;

import java.util.List;
import org.wengert.bench.picture.Svg.Anchor;

/**
 * The part of a chart where points are: where numbers are in it, and its axes with their labels outside.
 *
 * @param x      to the right
 * @param y      up
 * @param left   edge, in pixels
 * @param top    edge
 * @param right  edge
 * @param bottom edge
 */
public record Frame(Axis x, Axis y, double left, double top, double right, double bottom) {
    /** What labels of the x axis take below the frame. */
    public static final double BELOW = 4 + Font.SMALL.lineHeight();

    private static final int HEIGHT = 200;
    private static final int PIXELS_PER_TICK = 52;
    private static final int MOST_Y_TICKS = 6;
    private static final int TICK = 4;
    /** Half a label of the last tick may stand out. */
    private static final int RIGHT = 24;

    /** As wide as a chart, less what the labels of the y axis need. */
    public static Frame below(double top, Axis x, Axis y) {
        double labels = y.ticks(MOST_Y_TICKS).stream()
                .mapToDouble(tick -> Font.SMALL.width(y.label(tick)))
                .max()
                .orElse(0);
        double left = Chart.MARGIN + labels + TICK + 2;
        return new Frame(x, y, left, top, Chart.WIDTH - RIGHT, top + HEIGHT);
    }

    /** Whether both numbers have a place. */
    public boolean holds(double valueX, double valueY) {
        return Double.isFinite(x.place(valueX)) && Double.isFinite(y.place(valueY));
    }

    /** Where a number stands, in pixels from the left. */
    public double atX(double value) {
        return left + (right - left) * x.place(value);
    }

    /** Where a number stands, in pixels from the top. */
    public double atY(double value) {
        return bottom - (bottom - top) * y.place(value);
    }

    /** Draws the axes and what they say, and lines across at the ticks of y. */
    public void draw(Svg svg) {
        for (double tick : y.ticks(MOST_Y_TICKS)) {
            svg.line("grid", left, atY(tick), right, atY(tick));
            svg.text(Font.SMALL, Anchor.END, left - TICK - 2, atY(tick) + TICK, y.label(tick));
        }
        List<Double> ticks = x.ticks((int) ((right - left) / PIXELS_PER_TICK));
        for (double tick : ticks) {
            svg.line("axis", atX(tick), bottom, atX(tick), bottom + TICK);
            svg.text(Font.SMALL, Anchor.MIDDLE, atX(tick), bottom + TICK + Font.SMALL.size(), x.label(tick));
        }
        svg.line("axis", left, bottom, right, bottom);
    }
}
