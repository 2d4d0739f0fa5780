package org.wengert.bench.picture;

import java.util.Arrays;

/**
 * How far the axis below bars reaches: to the end of the longest one. But where a bar is so much longer than all that
 * follow that several of those could not be told apart, it is cut, and the axis serves the others.
 */
final class Reach {
    /** How many times as long as the next shorter one a bar must be to be cut. */
    private static final double FAR = 10;
    /** What the axis shows then, as a multiple of the longest bar that is not cut: a cut bar must look long. */
    private static final double ROOM = 3;

    private Reach() {}

    /** Where the axis ends for bars that end there. */
    static double of(double[] ends) {
        double[] sorted = ends.clone();
        Arrays.sort(sorted);
        double reach = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
        for (int i = sorted.length - 1; i >= 2; i--) {
            if (sorted[i] > FAR * sorted[i - 1]) {
                reach = ROOM * sorted[i - 1];
            }
        }
        return reach;
    }
}
