package org.wengert.bench.picture;

import java.util.List;

/**
 * What one contender adds to a plot.
 *
 * @param name   in the legend
 * @param note   beside the name: an exponent, or empty
 * @param look   of marks and line
 * @param points that are marked
 * @param line   through these, or empty
 */
public record Series(String name, String note, Look look, List<Point> points, List<Point> line) {
    /** Takes copies. */
    public Series {
        points = List.copyOf(points);
        line = List.copyOf(line);
    }

    /**
     * A place in a plot.
     *
     * @param x    to the right
     * @param y    up
     * @param low  where the interval of y begins
     * @param high where it ends
     * @param text in words
     */
    public record Point(double x, double y, double low, double high, String text) {
        /** A number that is known as it is. */
        public static Point exact(double x, double y, String text) {
            return new Point(x, y, y, y, text);
        }
    }
}
