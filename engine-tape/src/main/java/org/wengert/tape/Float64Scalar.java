package org.wengert.tape;

/** The products that are over before a vector is filled: a handful of numbers, or one row by a transposed matrix. */
final class Float64Scalar {
    private Float64Scalar() {}

    /**
     * {@code c (+)= a b}, four columns at a time, the last one repeated where there are fewer; an element of {@code a}
     * is at {@code i aRow + p aStep}, one of {@code b} at {@code p bRow + j bStep}.
     */
    static void tiny(
            int m,
            int k,
            int n,
            double[] a,
            int aAt,
            int aRow,
            int aStep,
            double[] b,
            int bAt,
            int bRow,
            int bStep,
            double[] c,
            int cAt,
            boolean add) {
        for (int j = 0; j < n; j += 4) {
            int j1 = Math.min(j + 1, n - 1);
            int j2 = Math.min(j + 2, n - 1);
            int j3 = Math.min(j + 3, n - 1);
            for (int i = 0; i < m; i++) {
                int to = cAt + i * n;
                double c0 = add ? c[to + j] : 0;
                double c1 = add ? c[to + j1] : 0;
                double c2 = add ? c[to + j2] : 0;
                double c3 = add ? c[to + j3] : 0;
                int left = aAt + i * aRow;
                int right = bAt;
                for (int p = 0; p < k; p++) {
                    double x = a[left];
                    c0 = Math.fma(x, b[right + j * bStep], c0);
                    c1 = Math.fma(x, b[right + j1 * bStep], c1);
                    c2 = Math.fma(x, b[right + j2 * bStep], c2);
                    c3 = Math.fma(x, b[right + j3 * bStep], c3);
                    left += aStep;
                    right += bRow;
                }
                c[to + j] = c0;
                c[to + j1] = c1;
                c[to + j2] = c2;
                c[to + j3] = c3;
            }
        }
    }

    /**
     * {@code c[j] (+)= sum over p of x[p] b[j, p]}: eight sums at a time, as one would wait for its own last addition.
     */
    static void dots(int k, int n, double[] x, int xAt, double[] b, int bAt, double[] c, int cAt, boolean add) {
        int last = n - 1;
        for (int j = 0; j < n; j += 8) {
            int j1 = Math.min(j + 1, last);
            int j2 = Math.min(j + 2, last);
            int j3 = Math.min(j + 3, last);
            int j4 = Math.min(j + 4, last);
            int j5 = Math.min(j + 5, last);
            int j6 = Math.min(j + 6, last);
            int j7 = Math.min(j + 7, last);
            double c0 = add ? c[cAt + j] : 0;
            double c1 = add ? c[cAt + j1] : 0;
            double c2 = add ? c[cAt + j2] : 0;
            double c3 = add ? c[cAt + j3] : 0;
            double c4 = add ? c[cAt + j4] : 0;
            double c5 = add ? c[cAt + j5] : 0;
            double c6 = add ? c[cAt + j6] : 0;
            double c7 = add ? c[cAt + j7] : 0;
            int b0 = bAt + j * k;
            int b1 = bAt + j1 * k;
            int b2 = bAt + j2 * k;
            int b3 = bAt + j3 * k;
            int b4 = bAt + j4 * k;
            int b5 = bAt + j5 * k;
            int b6 = bAt + j6 * k;
            int b7 = bAt + j7 * k;
            for (int p = 0; p < k; p++) {
                double y = x[xAt + p];
                c0 = Math.fma(y, b[b0 + p], c0);
                c1 = Math.fma(y, b[b1 + p], c1);
                c2 = Math.fma(y, b[b2 + p], c2);
                c3 = Math.fma(y, b[b3 + p], c3);
                c4 = Math.fma(y, b[b4 + p], c4);
                c5 = Math.fma(y, b[b5 + p], c5);
                c6 = Math.fma(y, b[b6 + p], c6);
                c7 = Math.fma(y, b[b7 + p], c7);
            }
            c[cAt + j] = c0;
            c[cAt + j1] = c1;
            c[cAt + j2] = c2;
            c[cAt + j3] = c3;
            c[cAt + j4] = c4;
            c[cAt + j5] = c5;
            c[cAt + j6] = c6;
            c[cAt + j7] = c7;
        }
    }
}
