package org.wengert.tape;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of four rows whose {@code a} is packed column by column. A fence after each row, and
 * four steps at a time as in {@link Float64AlongFlat}; six rows spill here on 17.
 */
final class Float64AcrossFlat {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    /** As in {@link Float64AlongFlat}. */
    private static final Class<?> EXACT = S.vectorType();

    private static final int V = S.length();
    private static final int PANEL = 2 * V;
    private static final int ROWS = Float64Tile.FLAT_ACROSS;

    private Float64AcrossFlat() {}

    /** {@link Float64Tile#run} for a multiple of {@link Float64Tile#STEPS} steps. */
    static void run(
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
        DoubleVector c0 = DoubleVector.fromArray(S, from, fromAt);
        DoubleVector d0 = DoubleVector.fromArray(S, from, fromAt + V);
        DoubleVector c1 = DoubleVector.fromArray(S, from, fromAt + fromStep);
        DoubleVector d1 = DoubleVector.fromArray(S, from, fromAt + fromStep + V);
        DoubleVector c2 = DoubleVector.fromArray(S, from, fromAt + 2 * fromStep);
        DoubleVector d2 = DoubleVector.fromArray(S, from, fromAt + 2 * fromStep + V);
        DoubleVector c3 = DoubleVector.fromArray(S, from, fromAt + 3 * fromStep);
        DoubleVector d3 = DoubleVector.fromArray(S, from, fromAt + 3 * fromStep + V);
        for (int p = 0; p < k; p += Float64Tile.STEPS) {
            DoubleVector b0 = DoubleVector.fromArray(S, b, bAt + p * PANEL);
            DoubleVector b1 = DoubleVector.fromArray(S, b, bAt + p * PANEL + V);
            DoubleVector x = DoubleVector.broadcast(S, a[aAt + p * ROWS]);
            c0 = x.fma(b0, c0);
            d0 = x.fma(b1, d0);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 1]);
            c1 = x.fma(b0, c1);
            d1 = x.fma(b1, d1);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 2]);
            c2 = x.fma(b0, c2);
            d2 = x.fma(b1, d2);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 3]);
            c3 = x.fma(b0, c3);
            d3 = x.fma(b1, d3);
            VarHandle.loadLoadFence();
            b0 = DoubleVector.fromArray(S, b, bAt + p * PANEL + PANEL);
            b1 = DoubleVector.fromArray(S, b, bAt + p * PANEL + PANEL + V);
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 4]);
            c0 = x.fma(b0, c0);
            d0 = x.fma(b1, d0);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 5]);
            c1 = x.fma(b0, c1);
            d1 = x.fma(b1, d1);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 6]);
            c2 = x.fma(b0, c2);
            d2 = x.fma(b1, d2);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 7]);
            c3 = x.fma(b0, c3);
            d3 = x.fma(b1, d3);
            VarHandle.loadLoadFence();
            b0 = DoubleVector.fromArray(S, b, bAt + p * PANEL + 2 * PANEL);
            b1 = DoubleVector.fromArray(S, b, bAt + p * PANEL + 2 * PANEL + V);
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 8]);
            c0 = x.fma(b0, c0);
            d0 = x.fma(b1, d0);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 9]);
            c1 = x.fma(b0, c1);
            d1 = x.fma(b1, d1);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 10]);
            c2 = x.fma(b0, c2);
            d2 = x.fma(b1, d2);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 11]);
            c3 = x.fma(b0, c3);
            d3 = x.fma(b1, d3);
            VarHandle.loadLoadFence();
            b0 = DoubleVector.fromArray(S, b, bAt + p * PANEL + 3 * PANEL);
            b1 = DoubleVector.fromArray(S, b, bAt + p * PANEL + 3 * PANEL + V);
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 12]);
            c0 = x.fma(b0, c0);
            d0 = x.fma(b1, d0);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 13]);
            c1 = x.fma(b0, c1);
            d1 = x.fma(b1, d1);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 14]);
            c2 = x.fma(b0, c2);
            d2 = x.fma(b1, d2);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 15]);
            c3 = x.fma(b0, c3);
            d3 = x.fma(b1, d3);
        }
        ((DoubleVector) EXACT.cast(c0)).intoArray(c, cAt);
        ((DoubleVector) EXACT.cast(d0)).intoArray(c, cAt + V);
        ((DoubleVector) EXACT.cast(c1)).intoArray(c, cAt + cStep);
        ((DoubleVector) EXACT.cast(d1)).intoArray(c, cAt + cStep + V);
        ((DoubleVector) EXACT.cast(c2)).intoArray(c, cAt + 2 * cStep);
        ((DoubleVector) EXACT.cast(d2)).intoArray(c, cAt + 2 * cStep + V);
        ((DoubleVector) EXACT.cast(c3)).intoArray(c, cAt + 3 * cStep);
        ((DoubleVector) EXACT.cast(d3)).intoArray(c, cAt + 3 * cStep + V);
    }
}
