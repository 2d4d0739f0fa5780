package org.wengert.tape;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of eight rows, for what is left over by those of twelve; {@code a} is packed column by column. They are as fast for
 * each row: sixteen sums are enough to keep the processor busy.
 */
final class Float64LowTall {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int V = S.length();
    private static final int PANEL = 2 * V;
    private static final int ROWS = Float64Tile.LOW_TALL_ROWS;

    private Float64LowTall() {}

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
        for (int p = 0; p < k; p++) {
            DoubleVector b0 = DoubleVector.fromArray(S, b, bAt + p * PANEL);
            DoubleVector b1 = DoubleVector.fromArray(S, b, bAt + p * PANEL + V);
            DoubleVector x = DoubleVector.broadcast(S, a[aAt + p * ROWS]);
            c0 = x.fma(b0, c0);
            d0 = x.fma(b1, d0);
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 1]);
            c1 = x.fma(b0, c1);
            d1 = x.fma(b1, d1);
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 2]);
            c2 = x.fma(b0, c2);
            d2 = x.fma(b1, d2);
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 3]);
            c3 = x.fma(b0, c3);
            d3 = x.fma(b1, d3);
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 4]);
            c4 = x.fma(b0, c4);
            d4 = x.fma(b1, d4);
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 5]);
            c5 = x.fma(b0, c5);
            d5 = x.fma(b1, d5);
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 6]);
            c6 = x.fma(b0, c6);
            d6 = x.fma(b1, d6);
            x = DoubleVector.broadcast(S, a[aAt + p * ROWS + 7]);
            c7 = x.fma(b0, c7);
            d7 = x.fma(b1, d7);
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
    }
}
