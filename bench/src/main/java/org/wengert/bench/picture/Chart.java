package org.wengert.bench.picture;

/** A picture as wide as a phone is, so that a page can set as many side by side as there is room for. */
public interface Chart {
    /** In pixels. */
    int WIDTH = 360;
    /** What stays free at either side. */
    int MARGIN = 8;
    /** The room for marks and text. */
    int INNER = WIDTH - 2 * MARGIN;

    /** What it shows, in a line. */
    String title();

    /** What it shows, for those who do not see it. */
    String description();

    /** In pixels. */
    double height();

    /** Draws it below and to the right of the origin. */
    void draw(Svg svg);
}
