package org.wengert.bench.picture;

/** Shapes around a point, about equally large to the eye. */
public enum Marker {
    CIRCLE("m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"),
    SQUARE("m-3.5 -3.5h7v7h-7z"),
    TRIANGLE("m0 -5l4.5 8h-9z"),
    DIAMOND("m0 -5l5 5l-5 5l-5 -5z"),
    CROSS("m-4 -4l8 8m0 -8l-8 8"),
    TRIANGLE_DOWN("m0 5l4.5 -8h-9z"),
    PLUS("m-5 0h10m-5 -5v10"),
    BOW_TIE("m-4.5 -4l9 8v-8l-9 8z");

    /** What a shape takes on either side of its point, in pixels, its outline included. */
    public static final double RADIUS = 6;

    private final String shape;

    Marker(String shape) {
        this.shape = shape;
    }

    /** The data of a path that draws it. */
    public String path(double x, double y) {
        return "M" + Svg.number(x) + " " + Svg.number(y) + shape;
    }
}
