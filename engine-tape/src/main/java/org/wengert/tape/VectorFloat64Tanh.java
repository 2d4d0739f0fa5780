package org.wengert.tape;

import static org.wengert.tape.Float64Exponential.power;
import static org.wengert.tape.Float64Exponential.powerLess1;
import static org.wengert.tape.Float64Exponential.rest;
import static org.wengert.tape.Float64Exponential.whole;
import static org.wengert.tape.Float64Format.scaled;
import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.load;
import static org.wengert.tape.Float64Vectors.negative;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.wengert.op.Unary;

/**
 * The loops of the hyperbolic tangent, {@code d / (d + 2)} with {@code d = e^2|x| - 1} and the sign of x. Errors are in
 * units in the last place. An instance serves one thread at a time.
 */
final class VectorFloat64Tanh {
    private static final double HALF = (double) 0.5;
    private static final double ONE = 1;

    /** Below this size {@code tanh x} is x itself, of which a sum would lose the sign of zero. */
    private static final double TINY = (double) 1e-30;

    /** From here on {@code tanh x} is 1, in either precision. */
    private static final double LIMIT = 20;

    private final double[] d = new double[Float64Stretch.PIECE];
    private final double[] lost = new double[Float64Stretch.PIECE];

    /** {@code d = e^2|x| - 1}, and what its last addition has lost. */
    void growth(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] d = this.d;
        double[] lost = this.lost;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector size = load(x, xAt + i).abs();
            DoubleVector twice =
                    size.blend(LIMIT, size.compare(VectorOperators.GT, LIMIT)).mul(2);
            DoubleVector whole = whole(twice);
            DoubleVector less1 = powerLess1(rest(twice, whole));
            DoubleVector scale = Float64Format.power(whole);
            DoubleVector below = scale.sub(ONE);
            DoubleVector sum = scale.fma(less1, below);
            sum.intoArray(d, i);
            scale.fma(less1, below.sub(sum)).intoArray(lost, i);
        }
    }

    /** {@code |y|}, within 2: what {@code d} and {@code d + 2} have lost is made good for; {@code 1 / (d + 2)} is {@code (1 - y) / 2}. */
    void quotient(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] d = this.d;
        double[] lost = this.lost;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector growth = load(d, i);
            DoubleVector low = load(lost, i);
            DoubleVector sum = growth.add(2);
            DoubleVector f = growth.div(sum);
            // Beyond 2 the subtraction loses digits itself, and the sum's error no longer counts.
            DoubleVector sumLow = growth.sub(sum.sub(2))
                    .blend(0, growth.compare(VectorOperators.GT, 2))
                    .add(low);
            f.fma(sumLow, low.neg()).mul(HALF).fma(f.sub(ONE), f).intoArray(to, toAt + i);
        }
    }

    /** Gives results the sign of x. */
    static void signed(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector size = load(to, toAt + i);
            size.blend(size.neg(), negative(at))
                    .blend(at, at.abs().compare(VectorOperators.LT, TINY))
                    .intoArray(to, toAt + i);
        }
    }

    /** Within 3: {@code 4e / (1+e)^2} with {@code e = exp(-2|x|)}; not from y, which near 1 has lost its distance to 1. */
    static void slope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector exponent = at.abs().mul(-2);
            DoubleVector whole = whole(exponent);
            DoubleVector e = scaled(power(rest(exponent, whole)), whole);
            DoubleVector q = e.add(ONE);
            e.mul(4).div(q.mul(q)).intoArray(to, toAt + i);
        }
    }
}
