package org.wengert.tape;

import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.load;
import static org.wengert.tape.Float64Vectors.put;

/** Adding up and multiplying whole arrays, which every gradient ends in. Never fused, so that any lane gives one result. */
final class VectorFloat64Sums {
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
