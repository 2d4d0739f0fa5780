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
import org.wengert.op.Unary;

/**
 * The loops of both forms of gelu. An exponential magnifies what its argument has lost as many times as the argument is
 * large; so the argument, a square or a cubic, is computed in two parts. Errors are in units in the last place. An
 * instance serves one thread at a time.
 */
final class VectorFloat64Gelu {
    private static final double HALF = (double) 0.5;
    private static final double ONE = 1;
    private static final double INV_SQRT_2 = (double) Math.sqrt(0.5);
    private static final double INV_SQRT_2PI = (double) (1 / Math.sqrt(2 * Math.PI));
    private static final double CENTRE = (double) 3.75;

    /** {@code 2 sqrt(2/pi)} and 0.044715 times that, each in two parts. */
    private static final double LINEAR = (double) 1.5957691216057308;

    private static final double LINEAR_LOW = (double) (1.5957691216057308 - LINEAR - 9.96930880911092e-17);
    private static final double CUBIC = (double) 0.07135481627260025;
    private static final double CUBIC_LOW = (double) (0.07135481627260025 - CUBIC - 4.1218577217431825e-18);

    private final double[] e = new double[Float64Stretch.PIECE];
    private final double[] v = new double[Float64Stretch.PIECE];
    private final double[] low = new double[Float64Stretch.PIECE];

    /** {@code e = exp(-x^2/2)}. */
    void bell(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector square = at.mul(at);
            DoubleVector lost = at.fma(at, square.neg());
            DoubleVector exponent = square.mul(-HALF);
            DoubleVector whole = whole(exponent);
            scaled(power(lost.fma(all(-HALF), rest(exponent, whole))), whole).intoArray(e, i);
        }
    }

    /**
     * {@code v = erfc(z) e^(z^2) / 2} with {@code z = |x| / sqrt 2}, the smooth factor of {@code Phi(-|x|)}. The variable is
     * that of Shepherd and Laframboise (Math. Comp. 36, 1981).
     */
    void tail(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] v = this.v;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector z = load(x, xAt + i).abs().mul(INV_SQRT_2);
            DoubleVector s = z.mul(2).div(z.add(CENTRE));
            Float64Polynomial.of(Float64Coefficients.ERFC, s.sub(ONE))
                    .fma(s, one())
                    .div(z.mul(4).add(2))
                    .intoArray(v, i);
        }
    }

    /** {@code x Phi(x)}, within 5. */
    void gelu(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        double[] v = this.v;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector below = load(e, i).mul(load(v, i));
            at.mul(one().sub(below).blend(below, negative(at))).intoArray(to, toAt + i);
        }
    }

    /** {@code Phi(x) + x phi(x)}, within 4 of its larger part: near -0.75 the slope is 0. */
    void geluSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        double[] v = this.v;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector below = at.abs().fma(all(-INV_SQRT_2PI), load(v, i)).mul(load(e, i));
            one().sub(below).blend(below, negative(at)).intoArray(to, toAt + i);
        }
    }

    /** {@code v = 2 sqrt(2/pi) (x + 0.044715 x^3) = x w}, and what its every step has lost. */
    void cubic(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] v = this.v;
        double[] low = this.low;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector square = at.mul(at);
            DoubleVector squareLow = at.fma(at, square.neg());
            DoubleVector term = square.mul(CUBIC);
            DoubleVector termLow =
                    square.fma(all(CUBIC), term.neg()).add(squareLow.fma(all(CUBIC), square.mul(CUBIC_LOW)));
            DoubleVector w = term.add(LINEAR);
            // The sum of two numbers of which either may be the larger (Knuth 1969).
            DoubleVector part = w.sub(LINEAR);
            DoubleVector wLow = all(LINEAR).sub(w.sub(part)).add(term.sub(part)).add(termLow.add(LINEAR_LOW));
            DoubleVector product = at.mul(w);
            product.intoArray(v, i);
            at.fma(w, product.neg()).add(at.mul(wLow)).intoArray(low, i);
        }
    }

    /** {@code e = exp(-|v + low|)}. */
    void decay(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        double[] v = this.v;
        double[] low = this.low;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(v, i);
            DoubleVector lost = load(low, i);
            DoubleVector exponent = at.abs().neg();
            DoubleVector whole = whole(exponent);
            DoubleVector r = rest(exponent, whole).add(lost.neg().blend(lost, negative(at)));
            scaled(power(r), whole).intoArray(e, i);
        }
    }

    /** {@code x s(v)} with the logistic function s, within 4. */
    void geluTanh(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector decay = load(e, i);
            at.blend(at.mul(decay), negative(at)).div(decay.add(ONE)).intoArray(to, toAt + i);
        }
    }

    /** {@code s(v) (1 + x v' s(-v))}, within 4 of its larger part: near -0.75 the slope is 0. */
    void geluTanhSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] e = this.e;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector decay = load(e, i);
            VectorMask<Double> below = negative(at);
            DoubleVector inverse = one().div(decay.add(ONE));
            DoubleVector up = one().blend(decay, below).mul(inverse);
            DoubleVector down = decay.blend(ONE, below).mul(inverse);
            DoubleVector change = at.mul(at).fma(all(3 * CUBIC), all(LINEAR)).mul(at);
            down.fma(change, one()).mul(up).intoArray(to, toAt + i);
        }
    }
}
