package org.wengert.tape;

import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.all;
import static org.wengert.tape.Float64Vectors.load;

import jdk.incubator.vector.DoubleVector;

/** The loops of updates on vectors; what is left over at the end is the plain loops'. Never fused, so that both give one result. */
final class VectorFloat64Updates implements UpdateLoops<double[]> {
    /**
     * Fewer numbers than so many are not worth a vector: gradients that were stored one by one a moment ago are on their way to the
     * cache, and a vector of them would wait until they are there.
     */
    private static final int FEW = 64;

    private final UpdateLoops<double[]> rest = new PlainFloat64Updates();

    @Override
    public void weightedSum(
            double /* always */ p,
            double[] a,
            int aAt,
            double /* always */ q,
            double[] b,
            int bAt,
            double[] y,
            int yAt,
            int n) {
        DoubleVector left = all((double) p);
        DoubleVector right = all((double) q);
        int whole = whole(n);
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector product = load(a, aAt + i).mul(left);
            product.add(load(b, bAt + i).mul(right)).intoArray(y, yAt + i);
        }
        rest.weightedSum(p, a, aAt + whole, q, b, bAt + whole, y, yAt + whole, n - whole);
    }

    @Override
    public void weightedSquare(
            double /* always */ p,
            double[] a,
            int aAt,
            double /* always */ q,
            double[] b,
            int bAt,
            double[] y,
            int yAt,
            int n) {
        DoubleVector left = all((double) p);
        DoubleVector right = all((double) q);
        int whole = whole(n);
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector x = load(b, bAt + i);
            DoubleVector product = load(a, aAt + i).mul(left);
            product.add(x.mul(x).mul(right)).intoArray(y, yAt + i);
        }
        rest.weightedSquare(p, a, aAt + whole, q, b, bAt + whole, y, yAt + whole, n - whole);
    }

    @Override
    public void rootStep(
            double /* always */ p,
            double[] w,
            int wAt,
            double /* always */ q,
            double[] a,
            int aAt,
            double[] v,
            int vAt,
            double /* always */ e,
            double[] y,
            int yAt,
            int n) {
        DoubleVector left = all((double) p);
        DoubleVector right = all((double) q);
        DoubleVector summand = all((double) e);
        int whole = whole(n);
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector divisor = load(v, vAt + i).sqrt().add(summand);
            DoubleVector step = load(a, aAt + i).div(divisor).mul(right);
            load(w, wAt + i).mul(left).sub(step).intoArray(y, yAt + i);
        }
        rest.rootStep(p, w, wAt + whole, q, a, aAt + whole, v, vAt + whole, e, y, yAt + whole, n - whole);
    }

    private static int whole(int n) {
        return n < FEW ? 0 : n - n % LANES;
    }
}
