package org.wengert.tape;

import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.all;
import static org.wengert.tape.Float64Vectors.load;

import jdk.incubator.vector.DoubleVector;

/** The loops that the formulas of optimisers are made of. Never fused, so that any lane gives one result. */
final class VectorFloat64Updates {
    private VectorFloat64Updates() {}

    /** {@code y = p a + q b}. */
    static void weightedSum(double p, double[] a, int aAt, double q, double[] b, int bAt, double[] y, int yAt, int n) {
        DoubleVector left = all(p);
        DoubleVector right = all(q);
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector product = load(a, aAt + i).mul(left);
            product.add(load(b, bAt + i).mul(right)).intoArray(y, yAt + i);
        }
        for (int i = whole; i < n; i++) {
            y[yAt + i] = p * a[aAt + i] + q * b[bAt + i];
        }
    }

    /** {@code y = p a + q (b b)}. */
    static void weightedSquare(
            double p, double[] a, int aAt, double q, double[] b, int bAt, double[] y, int yAt, int n) {
        DoubleVector left = all(p);
        DoubleVector right = all(q);
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector x = load(b, bAt + i);
            DoubleVector product = load(a, aAt + i).mul(left);
            product.add(x.mul(x).mul(right)).intoArray(y, yAt + i);
        }
        for (int i = whole; i < n; i++) {
            double x = b[bAt + i];
            y[yAt + i] = p * a[aAt + i] + q * (x * x);
        }
    }

    /** {@code y = p w - q (a / (sqrt(v) + e))}. */
    static void rootStep(
            double p,
            double[] w,
            int wAt,
            double q,
            double[] a,
            int aAt,
            double[] v,
            int vAt,
            double e,
            double[] y,
            int yAt,
            int n) {
        DoubleVector left = all(p);
        DoubleVector right = all(q);
        DoubleVector summand = all(e);
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector divisor = load(v, vAt + i).sqrt().add(summand);
            DoubleVector step = load(a, aAt + i).div(divisor).mul(right);
            load(w, wAt + i).mul(left).sub(step).intoArray(y, yAt + i);
        }
        for (int i = whole; i < n; i++) {
            double divisor = (double) Math.sqrt(v[vAt + i]) + e;
            y[yAt + i] = p * w[wAt + i] - q * (a[aAt + i] / divisor);
        }
    }
}
