package org.wengert.tape;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Tiles of twelve rows whose {@code a} is packed row by row, {@link Float64Tile#STRIDE} apart, as it is stored where it is not
 * transposed. */
final class Float64AlongTall {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int V = S.length();
    private static final int PANEL = 2 * V;
    private static final boolean FENCED = Float64Tile.FENCED;
    private static final int STRIDE = Float64Tile.STRIDE;

    private Float64AlongTall() {}

    /** {@link Float64Tile#run}. */
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
        DoubleVector c6 = DoubleVector.fromArray(S, from, fromAt + 6 * fromStep);
        DoubleVector d6 = DoubleVector.fromArray(S, from, fromAt + 6 * fromStep + V);
        DoubleVector c7 = DoubleVector.fromArray(S, from, fromAt + 7 * fromStep);
        DoubleVector d7 = DoubleVector.fromArray(S, from, fromAt + 7 * fromStep + V);
        DoubleVector c8 = DoubleVector.fromArray(S, from, fromAt + 8 * fromStep);
        DoubleVector d8 = DoubleVector.fromArray(S, from, fromAt + 8 * fromStep + V);
        DoubleVector c9 = DoubleVector.fromArray(S, from, fromAt + 9 * fromStep);
        DoubleVector d9 = DoubleVector.fromArray(S, from, fromAt + 9 * fromStep + V);
        DoubleVector c10 = DoubleVector.fromArray(S, from, fromAt + 10 * fromStep);
        DoubleVector d10 = DoubleVector.fromArray(S, from, fromAt + 10 * fromStep + V);
        DoubleVector c11 = DoubleVector.fromArray(S, from, fromAt + 11 * fromStep);
        DoubleVector d11 = DoubleVector.fromArray(S, from, fromAt + 11 * fromStep + V);
        for (int p = 0; p < k; p++) {
            DoubleVector b0 = DoubleVector.fromArray(S, b, bAt + p * PANEL);
            DoubleVector b1 = DoubleVector.fromArray(S, b, bAt + p * PANEL + V);
            DoubleVector x = DoubleVector.broadcast(S, a[aAt + p]);
            c0 = x.fma(b0, c0);
            d0 = x.fma(b1, d0);
            x = DoubleVector.broadcast(S, a[aAt + p + STRIDE]);
            c1 = x.fma(b0, c1);
            d1 = x.fma(b1, d1);
            x = DoubleVector.broadcast(S, a[aAt + p + 2 * STRIDE]);
            c2 = x.fma(b0, c2);
            d2 = x.fma(b1, d2);
            x = DoubleVector.broadcast(S, a[aAt + p + 3 * STRIDE]);
            c3 = x.fma(b0, c3);
            d3 = x.fma(b1, d3);
            x = DoubleVector.broadcast(S, a[aAt + p + 4 * STRIDE]);
            c4 = x.fma(b0, c4);
            d4 = x.fma(b1, d4);
            if (FENCED) {
                VarHandle.loadLoadFence();
            }
            x = DoubleVector.broadcast(S, a[aAt + p + 5 * STRIDE]);
            c5 = x.fma(b0, c5);
            d5 = x.fma(b1, d5);
            x = DoubleVector.broadcast(S, a[aAt + p + 6 * STRIDE]);
            c6 = x.fma(b0, c6);
            d6 = x.fma(b1, d6);
            x = DoubleVector.broadcast(S, a[aAt + p + 7 * STRIDE]);
            c7 = x.fma(b0, c7);
            d7 = x.fma(b1, d7);
            x = DoubleVector.broadcast(S, a[aAt + p + 8 * STRIDE]);
            c8 = x.fma(b0, c8);
            d8 = x.fma(b1, d8);
            x = DoubleVector.broadcast(S, a[aAt + p + 9 * STRIDE]);
            c9 = x.fma(b0, c9);
            d9 = x.fma(b1, d9);
            if (FENCED) {
                VarHandle.loadLoadFence();
            }
            x = DoubleVector.broadcast(S, a[aAt + p + 10 * STRIDE]);
            c10 = x.fma(b0, c10);
            d10 = x.fma(b1, d10);
            x = DoubleVector.broadcast(S, a[aAt + p + 11 * STRIDE]);
            c11 = x.fma(b0, c11);
            d11 = x.fma(b1, d11);
        }
        c0.intoArray(c, cAt);
        d0.intoArray(c, cAt + V);
        c1.intoArray(c, cAt + cStep);
        d1.intoArray(c, cAt + cStep + V);
        c2.intoArray(c, cAt + 2 * cStep);
        d2.intoArray(c, cAt + 2 * cStep + V);
        c3.intoArray(c, cAt + 3 * cStep);
        d3.intoArray(c, cAt + 3 * cStep + V);
        c4.intoArray(c, cAt + 4 * cStep);
        d4.intoArray(c, cAt + 4 * cStep + V);
        c5.intoArray(c, cAt + 5 * cStep);
        d5.intoArray(c, cAt + 5 * cStep + V);
        c6.intoArray(c, cAt + 6 * cStep);
        d6.intoArray(c, cAt + 6 * cStep + V);
        c7.intoArray(c, cAt + 7 * cStep);
        d7.intoArray(c, cAt + 7 * cStep + V);
        c8.intoArray(c, cAt + 8 * cStep);
        d8.intoArray(c, cAt + 8 * cStep + V);
        c9.intoArray(c, cAt + 9 * cStep);
        d9.intoArray(c, cAt + 9 * cStep + V);
        c10.intoArray(c, cAt + 10 * cStep);
        d10.intoArray(c, cAt + 10 * cStep + V);
        c11.intoArray(c, cAt + 11 * cStep);
        d11.intoArray(c, cAt + 11 * cStep + V);
    }
}
