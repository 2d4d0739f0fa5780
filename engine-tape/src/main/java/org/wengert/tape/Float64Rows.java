package org.wengert.tape;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of products too small, or of edges too thin, for packed tiles: {@code a} is read where it lies.
 *
 * <p>The last rows are done by repeating the last of them: it is loaded before and stored after the same sums, so the
 * bits are those of doing it once.
 */
final class Float64Rows {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int V = S.length();

    private Float64Rows() {}

    /**
     * {@code c = from + a b} for two vectors of columns, four rows at a time; the arguments are as in {@link
     * Float64Tile}.
     */
    static void pairs(
            int rows,
            int k,
            double[] a,
            int aAt,
            int aRow,
            int aStep,
            double[] b,
            int bAt,
            int bStep,
            double[] from,
            int fromAt,
            int fromStep,
            double[] c,
            int cAt,
            int cStep) {
        int last = rows - 1;
        for (int i = 0; i < rows; i += 4) {
            int r1 = Math.min(i + 1, last);
            int r2 = Math.min(i + 2, last);
            int r3 = Math.min(i + 3, last);
            int a0 = aAt + i * aRow;
            int a1 = aAt + r1 * aRow;
            int a2 = aAt + r2 * aRow;
            int a3 = aAt + r3 * aRow;
            DoubleVector c0 = DoubleVector.fromArray(S, from, fromAt + i * fromStep);
            DoubleVector d0 = DoubleVector.fromArray(S, from, fromAt + i * fromStep + V);
            DoubleVector c1 = DoubleVector.fromArray(S, from, fromAt + r1 * fromStep);
            DoubleVector d1 = DoubleVector.fromArray(S, from, fromAt + r1 * fromStep + V);
            DoubleVector c2 = DoubleVector.fromArray(S, from, fromAt + r2 * fromStep);
            DoubleVector d2 = DoubleVector.fromArray(S, from, fromAt + r2 * fromStep + V);
            DoubleVector c3 = DoubleVector.fromArray(S, from, fromAt + r3 * fromStep);
            DoubleVector d3 = DoubleVector.fromArray(S, from, fromAt + r3 * fromStep + V);
            for (int p = 0; p < k; p++) {
                DoubleVector b0 = DoubleVector.fromArray(S, b, bAt + p * bStep);
                DoubleVector b1 = DoubleVector.fromArray(S, b, bAt + p * bStep + V);
                DoubleVector x0 = DoubleVector.broadcast(S, a[a0 + p * aStep]);
                c0 = x0.fma(b0, c0);
                d0 = x0.fma(b1, d0);
                DoubleVector x1 = DoubleVector.broadcast(S, a[a1 + p * aStep]);
                c1 = x1.fma(b0, c1);
                d1 = x1.fma(b1, d1);
                DoubleVector x2 = DoubleVector.broadcast(S, a[a2 + p * aStep]);
                c2 = x2.fma(b0, c2);
                d2 = x2.fma(b1, d2);
                DoubleVector x3 = DoubleVector.broadcast(S, a[a3 + p * aStep]);
                c3 = x3.fma(b0, c3);
                d3 = x3.fma(b1, d3);
            }
            c0.intoArray(c, cAt + i * cStep);
            d0.intoArray(c, cAt + i * cStep + V);
            c1.intoArray(c, cAt + r1 * cStep);
            d1.intoArray(c, cAt + r1 * cStep + V);
            c2.intoArray(c, cAt + r2 * cStep);
            d2.intoArray(c, cAt + r2 * cStep + V);
            c3.intoArray(c, cAt + r3 * cStep);
            d3.intoArray(c, cAt + r3 * cStep + V);
        }
    }

    /** {@code c = from + a b} for one vector of columns, eight rows at a time. */
    static void singles(
            int rows,
            int k,
            double[] a,
            int aAt,
            int aRow,
            int aStep,
            double[] b,
            int bAt,
            int bStep,
            double[] from,
            int fromAt,
            int fromStep,
            double[] c,
            int cAt,
            int cStep) {
        int last = rows - 1;
        for (int i = 0; i < rows; i += 8) {
            int r1 = Math.min(i + 1, last);
            int r2 = Math.min(i + 2, last);
            int r3 = Math.min(i + 3, last);
            int r4 = Math.min(i + 4, last);
            int r5 = Math.min(i + 5, last);
            int r6 = Math.min(i + 6, last);
            int r7 = Math.min(i + 7, last);
            int a0 = aAt + i * aRow;
            int a1 = aAt + r1 * aRow;
            int a2 = aAt + r2 * aRow;
            int a3 = aAt + r3 * aRow;
            int a4 = aAt + r4 * aRow;
            int a5 = aAt + r5 * aRow;
            int a6 = aAt + r6 * aRow;
            int a7 = aAt + r7 * aRow;
            DoubleVector c0 = DoubleVector.fromArray(S, from, fromAt + i * fromStep);
            DoubleVector c1 = DoubleVector.fromArray(S, from, fromAt + r1 * fromStep);
            DoubleVector c2 = DoubleVector.fromArray(S, from, fromAt + r2 * fromStep);
            DoubleVector c3 = DoubleVector.fromArray(S, from, fromAt + r3 * fromStep);
            DoubleVector c4 = DoubleVector.fromArray(S, from, fromAt + r4 * fromStep);
            DoubleVector c5 = DoubleVector.fromArray(S, from, fromAt + r5 * fromStep);
            DoubleVector c6 = DoubleVector.fromArray(S, from, fromAt + r6 * fromStep);
            DoubleVector c7 = DoubleVector.fromArray(S, from, fromAt + r7 * fromStep);
            for (int p = 0; p < k; p++) {
                DoubleVector b0 = DoubleVector.fromArray(S, b, bAt + p * bStep);
                c0 = DoubleVector.broadcast(S, a[a0 + p * aStep]).fma(b0, c0);
                c1 = DoubleVector.broadcast(S, a[a1 + p * aStep]).fma(b0, c1);
                c2 = DoubleVector.broadcast(S, a[a2 + p * aStep]).fma(b0, c2);
                c3 = DoubleVector.broadcast(S, a[a3 + p * aStep]).fma(b0, c3);
                c4 = DoubleVector.broadcast(S, a[a4 + p * aStep]).fma(b0, c4);
                c5 = DoubleVector.broadcast(S, a[a5 + p * aStep]).fma(b0, c5);
                c6 = DoubleVector.broadcast(S, a[a6 + p * aStep]).fma(b0, c6);
                c7 = DoubleVector.broadcast(S, a[a7 + p * aStep]).fma(b0, c7);
            }
            c0.intoArray(c, cAt + i * cStep);
            c1.intoArray(c, cAt + r1 * cStep);
            c2.intoArray(c, cAt + r2 * cStep);
            c3.intoArray(c, cAt + r3 * cStep);
            c4.intoArray(c, cAt + r4 * cStep);
            c5.intoArray(c, cAt + r5 * cStep);
            c6.intoArray(c, cAt + r6 * cStep);
            c7.intoArray(c, cAt + r7 * cStep);
        }
    }
}
