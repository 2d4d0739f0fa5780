package org.wengert.tape;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A tile of the result of a large product: two vectors wide and as high as the registers allow, it stays in them while
 * {@code k} runs.
 *
 * <p>Most machines have 32 registers: 24 for the result, two for {@code b} and one for {@code a}; 14 rows would
 * fit too, but spill on JDK 25. On x86 without AVX-512 there are 16, and tiles are flat. What a tile needs of {@code a} is packed
 * as it lies: row by row, or where it is stored transposed, column by column, as all low tiles have it.
 */
final class Float64Tile {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int PANEL = 2 * S.length();

    /**
     * Whether this machine has 32 registers for tall tiles: only x86 may lack them, where fences, as flat tiles have them,
     * are no instructions.
     */
    static final boolean TALL = S.vectorBitSize() >= 512 || !isX86();

    /**
     * Whether a fence between loads is no instruction. Left to itself, the compiler on 17 brings so many numbers of {@code a}
     * ahead in a tall tile that a sum must wait in memory for its turn; it brings none past a fence.
     */
    static final boolean FENCED = isX86();

    /** Rows of a tall tile. */
    static final int TALL_ROWS = 12;

    /** Rows of a tall tile that is {@link #low}. */
    static final int LOW_TALL_ROWS = 8;

    private static final int FLAT_ALONG = 6;

    /** Rows of a flat tile whose {@code a} is packed column by column: it is stored so, or the tile is {@link #low}. */
    static final int FLAT_ACROSS = 4;

    /**
     * Steps of {@code k} at a time in a flat tile. Its loops leave the rest to others: a second loop beside the first would
     * cost that one its registers.
     */
    static final int STEPS = 4;

    /**
     * How much of {@code k} one call takes at most, a multiple of {@link #STEPS}. Rows of {@code a} then fill half of a
     * nearest cache of 48 KiB where tiles are tall, and less than half of one of 32 KiB where they are flat.
     */
    static final int DEPTH = (TALL ? 2048 : 2304) / Double.BYTES;

    /**
     * From one packed row of {@code a} to the next. A constant, so that every row is reached from one register; not a
     * power of two, so that the rows do not compete for the same places in the cache.
     */
    static final int STRIDE = DEPTH + 16;

    private Float64Tile() {}

    private static boolean isX86() {
        return List.of("amd64", "x86_64", "x86", "i386").contains(System.getProperty("os.arch"));
    }

    /** Rows of a tile that is not low. */
    static int rows(boolean tall, boolean transposeA) {
        if (tall) {
            return TALL_ROWS;
        }
        return transposeA ? FLAT_ACROSS : FLAT_ALONG;
    }

    /** Rows of a tile that is {@link #low}: two thirds of the highest. */
    static int lowRows(boolean tall) {
        return tall ? LOW_TALL_ROWS : FLAT_ACROSS;
    }

    /**
     * How many of the last tiles that {@code rows} are cut into are low: one where just its rows are left over, two in place
     * of a higher one where half of them are. Other rests stay as they are.
     */
    static int low(boolean tall, boolean transposeA, int rows) {
        int high = rows(tall, transposeA);
        int low = lowRows(tall);
        int rest = rows % high;
        return high == low ? 0 : rest == low ? 1 : rest == low / 2 && rows > high ? 2 : 0;
    }

    /** Rows of the highest tile. */
    static int most(boolean tall) {
        return rows(tall, false);
    }

    /**
     * Packs {@code k} columns of a tile's rows of {@code a}.
     *
     * @param rows how many there are, at most those of a tile; what the others hold may be anything
     * @param step from one stored row of {@code a} to the next
     */
    static void pack(
            boolean tall, boolean transposeA, int rows, int k, double[] a, int aAt, int step, double[] to, int toAt) {
        if (transposeA) {
            Float64Packing.columns(rows, k, a, aAt, step, to, toAt, rows(tall, true));
        } else {
            Float64Packing.rows(rows, k, a, aAt, step, to, toAt, STRIDE);
        }
    }

    /** Packs {@code k} columns of a low tile's rows of {@code a}, of which none is missing. */
    static void packLow(boolean tall, boolean transposeA, int k, double[] a, int aAt, int step, double[] to, int toAt) {
        int rows = lowRows(tall);
        if (transposeA) {
            Float64Packing.columns(rows, k, a, aAt, step, to, toAt, rows);
        } else {
            Float64Packing.turned(rows, k, a, aAt, step, to, toAt, rows);
        }
    }

    /**
     * {@code c = from + a b} for two vectors of columns. Every number of the result is one chain of fused multiply-adds in
     * the order of {@code k}.
     *
     * @param across whether {@code a} is packed column by column, and not row by row
     * @param b rows of two vectors, one after another
     * @param from where the sums start; may be {@code c} itself, or one row of zeros with step 0
     */
    static void run(
            boolean tall,
            boolean across,
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
        if (tall && across) {
            Float64AcrossTall.run(k, a, aAt, b, bAt, from, fromAt, fromStep, c, cAt, cStep);
        } else if (tall) {
            Float64AlongTall.run(k, a, aAt, b, bAt, from, fromAt, fromStep, c, cAt, cStep);
        } else {
            flat(across, k, a, aAt, b, bAt, from, fromAt, fromStep, c, cAt, cStep);
        }
    }

    /** {@link #run} for a low tile. */
    static void runLow(
            boolean tall,
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
        if (tall) {
            Float64LowTall.run(k, a, aAt, b, bAt, from, fromAt, fromStep, c, cAt, cStep);
        } else {
            flat(true, k, a, aAt, b, bAt, from, fromAt, fromStep, c, cAt, cStep);
        }
    }

    /** As many steps of {@code k} as go together, and then the few that are left. */
    private static void flat(
            boolean across,
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
        int together = k - k % STEPS;
        if (together > 0 && across) {
            Float64AcrossFlat.run(together, a, aAt, b, bAt, from, fromAt, fromStep, c, cAt, cStep);
        } else if (together > 0) {
            Float64AlongFlat.run(together, a, aAt, b, bAt, from, fromAt, fromStep, c, cAt, cStep);
        }
        if (together == k) {
            return;
        }
        int aRow = across ? 1 : STRIDE;
        int aStep = across ? FLAT_ACROSS : 1;
        int at = aAt + together * aStep;
        int panelAt = bAt + together * PANEL;
        int rows = rows(false, across);
        int left = k - together;
        if (together > 0) {
            Float64Rows.pairs(rows, left, a, at, aRow, aStep, b, panelAt, PANEL, c, cAt, cStep, c, cAt, cStep);
        } else {
            Float64Rows.pairs(rows, left, a, at, aRow, aStep, b, panelAt, PANEL, from, fromAt, fromStep, c, cAt, cStep);
        }
    }
}
