package org.wengert.tape;

import jdk.incubator.vector.DoubleVector;

/**
 * The loop of tiles, also before it has been compiled. Until then every vector is an object, and the loop some hundred
 * times slower than a loop over single numbers; yet its calls are so long that few of them fill seconds, while the
 * compiler waits for many. So at first a call leaves all but the beginning of a tile to the other loop, whose results
 * are the same bits. Once the vectors are the faster ones, they get it all.
 */
final class Float64Tiles {
    private static final int PANEL = 2 * DoubleVector.SPECIES_PREFERRED.length();

    /** How much of {@code k} the vectors get at first: enough to be timed. */
    private static final int BEGINNING = 16;

    /** How often in a row the vectors must be faster, for what holds up a thread holds up either loop. */
    private static final int ENOUGH = 3;

    private final int rows;
    private final boolean across;

    /** Read and written by several threads: whoever sees an old count loses a moment, and no bit. */
    private int wins;

    /**
     * Tiles of so many rows.
     *
     * @param across whether numbers of {@code a} that belong to one column lie side by side, as {@link Float64Across}
     *     reads them, or those of one row, as {@link Float64Tile} does
     */
    Float64Tiles(int rows, boolean across) {
        this.rows = rows;
        this.across = across;
    }

    /** {@code c = from + a b}; the arguments are those of {@link Float64Tile#run}. */
    void run(
            int k,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] from,
            int fromAt,
            int fromStep,
            double[] c,
            int cAt,
            int cStep) {
        if (wins >= ENOUGH || k <= BEGINNING) {
            vectors(k, a, aAt, b, bAt, from, fromAt, fromStep, c, cAt, cStep);
            return;
        }
        long start = System.nanoTime();
        vectors(BEGINNING, a, aAt, b, bAt, from, fromAt, fromStep, c, cAt, cStep);
        long between = System.nanoTime();
        int rest = k - BEGINNING;
        int row = across ? 1 : Float64Tile.STRIDE;
        int step = across ? rows : 1;
        int left = aAt + BEGINNING * step;
        int right = bAt + BEGINNING * PANEL;
        Float64Scalar.tiny(rows, rest, PANEL, a, left, row, step, b, right, PANEL, 1, c, cAt, cStep, true);
        boolean faster = (between - start) * rest < (System.nanoTime() - between) * BEGINNING;
        wins = faster ? wins + 1 : 0;
    }

    private void vectors(
            int k,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] from,
            int fromAt,
            int fromStep,
            double[] c,
            int cAt,
            int cStep) {
        if (across) {
            Float64Across.run(rows, k, a, aAt, b, bAt, from, fromAt, fromStep, c, cAt, cStep);
        } else {
            Float64Tile.run(rows, k, a, aAt, b, bAt, from, fromAt, fromStep, c, cAt, cStep);
        }
    }
}
