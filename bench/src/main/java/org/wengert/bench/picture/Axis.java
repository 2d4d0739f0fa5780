package org.wengert.bench.picture;

import java.util.List;

/** Where numbers stand along an edge of a plot. */
public interface Axis {
    /** From 0 at the axis' beginning to 1 at its end. */
    double place(double value);

    /** At most this many round numbers on it. */
    List<Double> ticks(int most);

    /** A tick as it is written. */
    String label(double tick);

    /** What the numbers are, with their unit where labels have none. */
    String caption();
}
