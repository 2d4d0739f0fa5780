package org.wengert.tape;

import java.util.Arrays;
import java.util.function.IntConsumer;
import jdk.incubator.vector.DoubleVector;

/**
 * The matrix product: which of its loops fits a shape, and how a large one is shared among threads.
 *
 * <p>Each number of the result is {@code fma(a[i, k-1], b[k-1, j], ... fma(a[i, 0], b[0, j], start))}, whichever loop
 * and thread computes it: the same bits for every number of threads. Not for use by two threads at once.
 */
final class Float64Product implements Product<double[]> {
    private static final int V = DoubleVector.SPECIES_PREFERRED.length();

    /** Fused multiply-adds up to which a vector is not worth its preparation. */
    private static final long TINY = 200;

    /** Fused multiply-adds from which a second thread saves more than it costs. */
    private static final long SHARED = 1 << 19;

    /** Parts for each thread: when something else holds up a core, the others take over. */
    private static final int PARTS = 2;

    private final Workers workers;
    private final Float64Part[] parts;
    private final IntConsumer part = this::part;

    private final Float64Packed packed;
    private int m;
    private int count;

    Float64Product(Workers workers) {
        this(workers, Float64Tile.TALL);
    }

    /** With tiles that are tall or flat whatever suits the machine. */
    Float64Product(Workers workers, boolean tall) {
        this.workers = workers;
        packed = new Float64Packed(workers, tall);
        parts = new Float64Part[workers.threads() == 1 ? 1 : workers.threads() * PARTS];
        Arrays.setAll(parts, i -> new Float64Part(tall));
    }

    /**
     * {@code c = a b}, or {@code c += a b}, for row-major matrices: {@code a} is {@code [m, k]}, {@code b} {@code [k,
     * n]}, {@code c} {@code [m, n]}.
     *
     * @param transposeA whether {@code a} is stored as {@code [k, m]}
     * @param transposeB whether {@code b} is stored as {@code [n, k]}
     * @param add whether the product is added to what {@code c} holds
     */
    @Override
    public void run(
            boolean transposeA,
            boolean transposeB,
            int m,
            int k,
            int n,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] c,
            int cAt,
            boolean add) {
        long work = (long) m * k * n;
        if (n == 1 && m > 1) { // a column is the transpose of a row: the same numbers at the same places
            run(false, !transposeA, 1, k, m, b, bAt, a, aAt, c, cAt, add);
        } else if (work <= TINY) {
            int aRow = transposeA ? 1 : k;
            int aStep = transposeA ? m : 1;
            int bRow = transposeB ? 1 : n;
            int bStep = transposeB ? k : 1;
            Float64Scalar.tiny(m, k, n, a, aAt, aRow, aStep, b, bAt, bRow, bStep, c, cAt, add);
        } else if (work >= SHARED && n > V && m > Float64Part.SINGLE_ROWS) {
            packed.run(transposeA, transposeB, m, k, n, a, aAt, b, bAt, c, cAt, add);
        } else {
            count = work < SHARED ? 1 : Math.min(parts.length, Math.max(1, m / Float64Part.FEW_ROWS));
            this.m = m;
            for (int i = 0; i < count; i++) {
                parts[i].of(transposeA, transposeB, m, k, n, a, aAt, b, bAt, c, cAt, add);
            }
            workers.run(count, part);
        }
    }

    private void part(int i) {
        int eights = (m + 7) / 8;
        parts[i].run(8 * cut(eights, i, count), Math.min(m, 8 * cut(eights, i + 1, count)));
    }

    private static int cut(int size, int i, int parts) {
        return (int) ((long) size * i / parts);
    }
}
