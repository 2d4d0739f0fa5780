package org.wengert.tape;

import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.load;
import static org.wengert.tape.Float64Vectors.put;

import jdk.incubator.vector.DoubleVector;

/** Adding up and multiplying whole arrays, which every gradient ends in. Never fused, so that any lane gives one result. */
final class VectorFloat64Sums {
    /** Rows from this width on are worth a loop each. */
    private static final int WIDE = 8 * LANES;

    private VectorFloat64Sums() {}

    /** {@code y += x}. */
    static void add(double[] x, int xAt, double[] y, int yAt, int n) {
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            put(load(x, xAt + i), y, yAt + i, true);
        }
        for (int i = whole; i < n; i++) {
            y[yAt + i] += x[xAt + i];
        }
    }

    /**
     * {@code y[r] = a[r] + b}: down the rows for one vector of columns after another, so that a row narrower than a
     * few vectors costs no loop of its own; wide rows one after another, as memory likes it.
     */
    static void addRow(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int rows, int n) {
        if (n >= WIDE) {
            for (int r = 0; r < rows; r++) {
                sum(a, aAt + r * n, b, bAt, y, yAt + r * n, n);
            }
            return;
        }
        int whole = n - n % LANES;
        for (int j = 0; j < whole; j += LANES) {
            DoubleVector row = load(b, bAt + j);
            for (int r = 0; r < rows; r++) {
                load(a, aAt + r * n + j).add(row).intoArray(y, yAt + r * n + j);
            }
        }
        for (int j = whole; j < n; j++) {
            double number = b[bAt + j];
            for (int r = 0; r < rows; r++) {
                y[yAt + r * n + j] = a[aAt + r * n + j] + number;
            }
        }
    }

    private static void sum(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(a, aAt + i).add(load(b, bAt + i)).intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] = a[aAt + i] + b[bAt + i];
        }
    }

    /** {@code y += sum over r of x[r]}, likewise. */
    static void addRows(double[] x, int xAt, int rows, int n, double[] y, int yAt) {
        if (n >= WIDE) {
            for (int r = 0; r < rows; r++) {
                add(x, xAt + r * n, y, yAt, n);
            }
            return;
        }
        int whole = n - n % LANES;
        for (int j = 0; j < whole; j += LANES) {
            DoubleVector sum = load(y, yAt + j);
            for (int r = 0; r < rows; r++) {
                sum = sum.add(load(x, xAt + r * n + j));
            }
            sum.intoArray(y, yAt + j);
        }
        for (int j = whole; j < n; j++) {
            double sum = y[yAt + j];
            for (int r = 0; r < rows; r++) {
                sum += x[xAt + r * n + j];
            }
            y[yAt + j] = sum;
        }
    }

    /** {@code y (+)= p q}. */
    static void products(double[] p, int pAt, double[] q, int qAt, double[] y, int yAt, int n, boolean add) {
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            put(load(p, pAt + i).mul(load(q, qAt + i)), y, yAt + i, add);
        }
        for (int i = whole; i < n; i++) {
            double product = p[pAt + i] * q[qAt + i];
            y[yAt + i] = add ? y[yAt + i] + product : product;
        }
    }
}
