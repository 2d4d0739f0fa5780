package org.wengert.tape;

/**
 * The matrix product in plain Java. Rows of the result are built up from whole rows of {@code b}, two of them at a time
 * for two rows of the result, so that the inner loop runs along memory and each number of the result is added up in the
 * order of {@code k}. A transposed {@code b} is turned round first into a buffer that is kept.
 */
final class PlainProduct {
    private double[] turned = new double[0];

    void run(boolean transposeA, boolean transposeB, int m, int k, int n, Span a, Span b, Span c) {
        Span rows = transposeB ? turn(b, n, k) : b;
        int rowStep = transposeA ? 1 : k;
        int innerStep = transposeA ? m : 1;
        for (int i = 0; i < m; i++) {
            addRow(a.plus(i * rowStep), innerStep, k, n, rows, c.plus(i * n));
        }
    }

    /** {@code c[j] += sum over p of a[p] b[p, j]}. */
    private static void addRow(Span left, int step, int k, int n, Span right, Span result) {
        double[] a = left.array();
        double[] b = right.array();
        double[] c = result.array();
        int cAt = result.at();
        int p = 0;
        for (; p + 3 < k; p += 4) {
            double a0 = a[left.at() + p * step];
            double a1 = a[left.at() + (p + 1) * step];
            double a2 = a[left.at() + (p + 2) * step];
            double a3 = a[left.at() + (p + 3) * step];
            int b0 = right.at() + p * n;
            int b1 = b0 + n;
            int b2 = b1 + n;
            int b3 = b2 + n;
            for (int j = 0; j < n; j++) {
                c[cAt + j] = c[cAt + j] + a0 * b[b0 + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j];
            }
        }
        for (; p < k; p++) {
            double a0 = a[left.at() + p * step];
            int b0 = right.at() + p * n;
            for (int j = 0; j < n; j++) {
                c[cAt + j] += a0 * b[b0 + j];
            }
        }
    }

    private Span turn(Span b, int rows, int columns) {
        if (turned.length < rows * columns) {
            turned = new double[rows * columns];
        }
        double[] from = b.array();
        for (int i = 0; i < rows; i++) {
            int at = b.at() + i * columns;
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = from[at + j];
            }
        }
        return new Span(turned, 0);
    }
}
