package org.wengert.tape;

import static org.wengert.tape.Float64Exponential.power;
import static org.wengert.tape.Float64Exponential.rest;
import static org.wengert.tape.Float64Exponential.whole;
import static org.wengert.tape.Float64Format.scaled;
import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.all;
import static org.wengert.tape.Float64Vectors.load;
import static org.wengert.tape.Float64Vectors.negative;
import static org.wengert.tape.Float64Vectors.one;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.wengert.op.Unary;

/**
 * The loops of activations made of the logistic function {@code s}, with the formulas of {@link org.wengert.op.Numerics}:
 * an exponential {@code e = exp(-|x|)}, which never overflows, and a choice of lanes for a choice of cases. Errors are in
 * units in the last place. An instance serves one thread at a time.
 */
final class VectorFloat64Logistic {
    private static final double ZERO = 0;
    private static final double HALF = (double) 0.5;
    private static final double ONE = 1;

    private final double[] e = new double[Float64Stretch.PIECE];

    /** {@code e = exp(-|x|)}, within 1. */
    void decay(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector exponent = load(x, xAt + i).abs().neg();
            DoubleVector whole = whole(exponent);
            scaled(power(rest(exponent, whole)), whole).intoArray(e, i);
        }
    }

    /**
     * {@code s(x)}, within 2: {@code 1 / (1+e)} above 0 and {@code e / (1+e)} below. What {@code 1+e} has lost is made good
     * for, where {@code 1 / (1+e)} is s(x) above 0 and 1 less it below.
     */
    void sigmoid(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector decay = load(e, i);
            VectorMask<Double> below = negative(load(x, xAt + i));
            DoubleVector q = decay.add(ONE);
            DoubleVector lost = q.sub(ONE).sub(decay);
            DoubleVector share = one().blend(decay, below).div(q);
            DoubleVector inverse = share.blend(one().sub(share), below);
            share.fma(lost.mul(inverse), share).intoArray(to, toAt + i);
        }
    }

    /** {@code e / (1+e)^2}, within 4; not from y, which near 1 has lost its distance to 1. */
    void sigmoidSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector decay = load(e, i);
            DoubleVector q = decay.add(ONE);
            decay.div(q.mul(q)).intoArray(to, toAt + i);
        }
    }

    /** {@code s(-x)}, within 3. */
    void mirrored(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector decay = load(e, i);
            decay.blend(ONE, negative(load(x, xAt + i))).div(decay.add(ONE)).intoArray(to, toAt + i);
        }
    }

    /** {@code x s(x)}, within 3. */
    void silu(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector decay = load(e, i);
            at.blend(at.mul(decay), negative(at)).div(decay.add(ONE)).intoArray(to, toAt + i);
        }
    }

    /** {@code s(x) (1 + x s(-x))}, within 4 of the larger part: near -1.28 the slope is 0. */
    void siluSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector decay = load(e, i);
            VectorMask<Double> below = negative(at);
            DoubleVector inverse = one().div(decay.add(ONE));
            DoubleVector up = one().blend(decay, below).mul(inverse);
            DoubleVector down = decay.blend(ONE, below).mul(inverse);
            down.fma(at, one()).mul(up).intoArray(to, toAt + i);
        }
    }

    /**
     * Replaces {@code e} by {@code ln(1+e)}, within 1: from one half on {@code e - 1} is exact, and {@code 1+e} is twice
     * {@code 1 + (e-1)/2}.
     */
    void grow(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(e, i);
            VectorMask<Double> large = at.compare(VectorOperators.GE, HALF);
            DoubleVector f = at.blend(at.sub(ONE).mul(HALF), large);
            DoubleVector k = all(ZERO).blend(ONE, large);
            Float64Logarithm.sum(k, f, Float64Logarithm.curve(f)).intoArray(e, i);
        }
    }

    /** {@code ln(1 + e^x) = max(x, 0) + ln(1+e)}, within 2. */
    void softplus(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            at.blend(ZERO, negative(at)).add(load(e, i)).intoArray(to, toAt + i);
        }
    }

    /** {@code ln s(x) = min(x, 0) - ln(1+e)}, within 2. */
    void logSigmoid(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            all(ZERO).blend(at, negative(at)).sub(load(e, i)).intoArray(to, toAt + i);
        }
    }

    /** {@code ln(1+e)} or {@code e}, whichever the loops have come to. */
    DoubleVector at(int i) {
        return load(e, i);
    }
}
