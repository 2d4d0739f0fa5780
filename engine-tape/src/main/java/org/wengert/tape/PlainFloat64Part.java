package org.wengert.tape;

import java.util.Arrays;

/**
 * Rows of a matrix product in plain Java. Two rows of the result are built up from four rows of {@code b} at a time, so
 * that the inner loop runs along memory and each number of the result is added up in the order of {@code k}. Rows are
 * brought into arrays of their own, block by block, for the compiler vectorises a loop over several arrays only if it
 * runs through all of them from the same place. An instance serves one thread at a time.
 */
final class PlainFloat64Part {
    private static final int DEPTH = 64;
    private static final int WIDTH = 256;

    private final double[][] rows = new double[DEPTH][WIDTH];
    private final double[] upper = new double[WIDTH];
    private final double[] lower = new double[WIDTH];

    /** Rows {@code top} to {@code bottom - 1} of {@code c (+)= a b}. */
    void run(
            int top,
            int bottom,
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
        if (!add) {
            Arrays.fill(c, cAt + top * n, cAt + bottom * n, 0);
        }
        int rowStep = transposeA ? 1 : k;
        int step = transposeA ? m : 1;
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            for (int j = 0; j < n; j += WIDTH) {
                int width = Math.min(WIDTH, n - j);
                bring(b, transposeB ? bAt + j * k + p : bAt + p * n + j, transposeB, transposeB ? k : n, depth, width);
                for (int i = top; i < bottom; i += 2) {
                    // An odd last row is paired with itself, and its second result thrown away.
                    int next = Math.min(i + 1, bottom - 1);
                    int at = aAt + p * step;
                    addRows(
                            a,
                            at + i * rowStep,
                            at + next * rowStep,
                            step,
                            depth,
                            width,
                            c,
                            cAt + i * n + j,
                            cAt + next * n + j);
                }
            }
        }
    }

    private void bring(double[] b, int at, boolean transposed, int stride, int depth, int width) {
        if (!transposed) {
            for (int p = 0; p < depth; p++) {
                System.arraycopy(b, at + p * stride, rows[p], 0, width);
            }
            return;
        }
        for (int j = 0; j < width; j++) {
            int from = at + j * stride;
            for (int p = 0; p < depth; p++) {
                rows[p][j] = b[from + p];
            }
        }
    }

    private void addRows(double[] a, int aAt, int a2At, int step, int depth, int width, double[] c, int cAt, int c2At) {
        System.arraycopy(c, c2At, lower, 0, width);
        System.arraycopy(c, cAt, upper, 0, width);
        int p = 0;
        for (; p + 3 < depth; p += 4) {
            int i = p * step;
            addFour(a, aAt + i, step, rows[p], rows[p + 1], rows[p + 2], rows[p + 3], width, upper);
            addFour(a, a2At + i, step, rows[p], rows[p + 1], rows[p + 2], rows[p + 3], width, lower);
        }
        for (; p < depth; p++) {
            addOne(a[aAt + p * step], rows[p], width, upper);
            addOne(a[a2At + p * step], rows[p], width, lower);
        }
        System.arraycopy(lower, 0, c, c2At, width);
        System.arraycopy(upper, 0, c, cAt, width);
    }

    private static void addFour(
            double[] a, int aAt, int step, double[] b0, double[] b1, double[] b2, double[] b3, int n, double[] c) {
        double a0 = a[aAt];
        double a1 = a[aAt + step];
        double a2 = a[aAt + 2 * step];
        double a3 = a[aAt + 3 * step];
        for (int j = 0; j < n; j++) {
            c[j] = c[j] + a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
        }
    }

    private static void addOne(double a, double[] b, int n, double[] c) {
        for (int j = 0; j < n; j++) {
            c[j] += a * b[j];
        }
    }
}
