package org.wengert.tape;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of six rows, for which 16 registers are just enough: twelve sums, two vectors of {@code b} and one number of
 * {@code a}. Left to itself, the compiler brings more of {@code a} ahead, and sums must then wait in memory for their
 * turn, which halves the speed. It brings no load past a fence, which on x86 is no instruction; the first two
 * rows may go together, where {@code b} has just been loaded. Four steps of {@code k} at a time share the arithmetic of places.
 */
final class Float64AlongFlat {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    /**
     * What every vector here is. Where a loop ends, the compiler does not always still know it, and then makes objects of
     * the sums: before they were cast, one run in five on 17 was several times slower.
     */
    private static final Class<?> EXACT = S.vectorType();

    private static final int V = S.length();
    private static final int PANEL = 2 * V;
    private static final int STRIDE = Float64Tile.STRIDE;

    private Float64AlongFlat() {}

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
        DoubleVector c4 = DoubleVector.fromArray(S, from, fromAt + 4 * fromStep);
        DoubleVector d4 = DoubleVector.fromArray(S, from, fromAt + 4 * fromStep + V);
        DoubleVector c5 = DoubleVector.fromArray(S, from, fromAt + 5 * fromStep);
        DoubleVector d5 = DoubleVector.fromArray(S, from, fromAt + 5 * fromStep + V);
        for (int p = 0; p < k; p += Float64Tile.STEPS) {
            DoubleVector b0 = DoubleVector.fromArray(S, b, bAt + p * PANEL);
            DoubleVector b1 = DoubleVector.fromArray(S, b, bAt + p * PANEL + V);
            DoubleVector x = DoubleVector.broadcast(S, a[aAt + p]);
            c0 = x.fma(b0, c0);
            d0 = x.fma(b1, d0);
            x = DoubleVector.broadcast(S, a[aAt + p + STRIDE]);
            c1 = x.fma(b0, c1);
            d1 = x.fma(b1, d1);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 2 * STRIDE]);
            c2 = x.fma(b0, c2);
            d2 = x.fma(b1, d2);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 3 * STRIDE]);
            c3 = x.fma(b0, c3);
            d3 = x.fma(b1, d3);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 4 * STRIDE]);
            c4 = x.fma(b0, c4);
            d4 = x.fma(b1, d4);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 5 * STRIDE]);
            c5 = x.fma(b0, c5);
            d5 = x.fma(b1, d5);
            VarHandle.loadLoadFence();
            b0 = DoubleVector.fromArray(S, b, bAt + p * PANEL + PANEL);
            b1 = DoubleVector.fromArray(S, b, bAt + p * PANEL + PANEL + V);
            x = DoubleVector.broadcast(S, a[aAt + p + 1]);
            c0 = x.fma(b0, c0);
            d0 = x.fma(b1, d0);
            x = DoubleVector.broadcast(S, a[aAt + p + 1 + STRIDE]);
            c1 = x.fma(b0, c1);
            d1 = x.fma(b1, d1);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 1 + 2 * STRIDE]);
            c2 = x.fma(b0, c2);
            d2 = x.fma(b1, d2);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 1 + 3 * STRIDE]);
            c3 = x.fma(b0, c3);
            d3 = x.fma(b1, d3);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 1 + 4 * STRIDE]);
            c4 = x.fma(b0, c4);
            d4 = x.fma(b1, d4);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 1 + 5 * STRIDE]);
            c5 = x.fma(b0, c5);
            d5 = x.fma(b1, d5);
            VarHandle.loadLoadFence();
            b0 = DoubleVector.fromArray(S, b, bAt + p * PANEL + 2 * PANEL);
            b1 = DoubleVector.fromArray(S, b, bAt + p * PANEL + 2 * PANEL + V);
            x = DoubleVector.broadcast(S, a[aAt + p + 2]);
            c0 = x.fma(b0, c0);
            d0 = x.fma(b1, d0);
            x = DoubleVector.broadcast(S, a[aAt + p + 2 + STRIDE]);
            c1 = x.fma(b0, c1);
            d1 = x.fma(b1, d1);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 2 + 2 * STRIDE]);
            c2 = x.fma(b0, c2);
            d2 = x.fma(b1, d2);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 2 + 3 * STRIDE]);
            c3 = x.fma(b0, c3);
            d3 = x.fma(b1, d3);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 2 + 4 * STRIDE]);
            c4 = x.fma(b0, c4);
            d4 = x.fma(b1, d4);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 2 + 5 * STRIDE]);
            c5 = x.fma(b0, c5);
            d5 = x.fma(b1, d5);
            VarHandle.loadLoadFence();
            b0 = DoubleVector.fromArray(S, b, bAt + p * PANEL + 3 * PANEL);
            b1 = DoubleVector.fromArray(S, b, bAt + p * PANEL + 3 * PANEL + V);
            x = DoubleVector.broadcast(S, a[aAt + p + 3]);
            c0 = x.fma(b0, c0);
            d0 = x.fma(b1, d0);
            x = DoubleVector.broadcast(S, a[aAt + p + 3 + STRIDE]);
            c1 = x.fma(b0, c1);
            d1 = x.fma(b1, d1);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 3 + 2 * STRIDE]);
            c2 = x.fma(b0, c2);
            d2 = x.fma(b1, d2);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 3 + 3 * STRIDE]);
            c3 = x.fma(b0, c3);
            d3 = x.fma(b1, d3);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 3 + 4 * STRIDE]);
            c4 = x.fma(b0, c4);
            d4 = x.fma(b1, d4);
            VarHandle.loadLoadFence();
            x = DoubleVector.broadcast(S, a[aAt + p + 3 + 5 * STRIDE]);
            c5 = x.fma(b0, c5);
            d5 = x.fma(b1, d5);
        }
        ((DoubleVector) EXACT.cast(c0)).intoArray(c, cAt);
        ((DoubleVector) EXACT.cast(d0)).intoArray(c, cAt + V);
        ((DoubleVector) EXACT.cast(c1)).intoArray(c, cAt + cStep);
        ((DoubleVector) EXACT.cast(d1)).intoArray(c, cAt + cStep + V);
        ((DoubleVector) EXACT.cast(c2)).intoArray(c, cAt + 2 * cStep);
        ((DoubleVector) EXACT.cast(d2)).intoArray(c, cAt + 2 * cStep + V);
        ((DoubleVector) EXACT.cast(c3)).intoArray(c, cAt + 3 * cStep);
        ((DoubleVector) EXACT.cast(d3)).intoArray(c, cAt + 3 * cStep + V);
        ((DoubleVector) EXACT.cast(c4)).intoArray(c, cAt + 4 * cStep);
        ((DoubleVector) EXACT.cast(d4)).intoArray(c, cAt + 4 * cStep + V);
        ((DoubleVector) EXACT.cast(c5)).intoArray(c, cAt + 5 * cStep);
        ((DoubleVector) EXACT.cast(d5)).intoArray(c, cAt + 5 * cStep + V);
    }
}
