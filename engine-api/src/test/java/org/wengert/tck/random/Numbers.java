package org.wengert.tck.random;

/** The numbers that leaves are made of, simple ones first; single precision holds them all. */
final class Numbers {
    /** How many there are. */
    static final int COUNT = 1 << 12;

    private static final double[] SPECIAL = {
        1, 0, -1, 2, 0.5, -0.0, -2, 3, 0.25, -0.75, 10, -10, 1e-3f, -1e-3f, 100, -100, 700, -700, 1e-8f, 4096,
    };

    private Numbers() {}

    /** A number of the list: beyond the special ones, without a pattern between -3 and 3. */
    static double at(int place) {
        return place < SPECIAL.length ? SPECIAL[place] : (float) (6 * (place * 0.6180339887498949 % 1) - 3);
    }
}
