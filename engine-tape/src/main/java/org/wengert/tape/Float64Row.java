package org.wengert.tape;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** One row by a matrix, at the speed at which memory delivers the matrix. */
final class Float64Row {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int V = S.length();

    private Float64Row() {}

    /**
     * {@code c += x b} for one row {@code x} and {@code n} columns: four rows of {@code b} at a time, read from end to
     * end.
     */
    static void run(int k, int n, double[] x, int xAt, int xStep, double[] b, int bAt, int bStep, double[] c, int cAt) {
        int p = 0;
        for (; p < k - 3; p += 4) {
            int x0 = xAt + p * xStep;
            four(n, x[x0], x[x0 + xStep], x[x0 + 2 * xStep], x[x0 + 3 * xStep], b, bAt + p * bStep, bStep, c, cAt);
        }
        for (; p < k; p++) {
            one(n, x[xAt + p * xStep], b, bAt + p * bStep, c, cAt);
        }
    }

    private static void four(
            int n, double x0, double x1, double x2, double x3, double[] b, int b0, int bStep, double[] c, int cAt) {
        int b1 = b0 + bStep;
        int b2 = b1 + bStep;
        int b3 = b2 + bStep;
        int j = 0;
        for (; j <= n - V; j += V) {
            DoubleVector sum = DoubleVector.fromArray(S, c, cAt + j);
            sum = DoubleVector.fromArray(S, b, b0 + j).fma(DoubleVector.broadcast(S, x0), sum);
            sum = DoubleVector.fromArray(S, b, b1 + j).fma(DoubleVector.broadcast(S, x1), sum);
            sum = DoubleVector.fromArray(S, b, b2 + j).fma(DoubleVector.broadcast(S, x2), sum);
            sum = DoubleVector.fromArray(S, b, b3 + j).fma(DoubleVector.broadcast(S, x3), sum);
            sum.intoArray(c, cAt + j);
        }
        for (; j < n; j++) {
            double sum = Math.fma(x0, b[b0 + j], c[cAt + j]);
            sum = Math.fma(x1, b[b1 + j], sum);
            sum = Math.fma(x2, b[b2 + j], sum);
            c[cAt + j] = Math.fma(x3, b[b3 + j], sum);
        }
    }

    private static void one(int n, double x, double[] b, int bAt, double[] c, int cAt) {
        int j = 0;
        for (; j <= n - V; j += V) {
            DoubleVector sum = DoubleVector.fromArray(S, c, cAt + j);
            DoubleVector.fromArray(S, b, bAt + j)
                    .fma(DoubleVector.broadcast(S, x), sum)
                    .intoArray(c, cAt + j);
        }
        for (; j < n; j++) {
            c[cAt + j] = Math.fma(x, b[bAt + j], c[cAt + j]);
        }
    }
}
