package org.wengert.tape;

import static org.wengert.tape.Float64Format.NORMAL;
import static org.wengert.tape.Float64Format.WHOLE;
import static org.wengert.tape.Float64Format.exponent;
import static org.wengert.tape.Float64Format.significand;
import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.load;
import static org.wengert.tape.Float64Vectors.nan;
import static org.wengert.tape.Float64Vectors.negative;
import static org.wengert.tape.Float64Vectors.one;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.wengert.op.Unary;

/**
 * The loops of logarithms: the first takes numbers apart, the second, which they share, adds up the logarithm. Errors are
 * in units in the last place. An instance serves one thread at a time.
 */
final class VectorFloat64Logarithms {
    private static final double ZERO = 0;
    private static final double ONE = 1;

    /** From here on 1 is too small to be added, in either precision. */
    private static final double LARGE = (double) 1e17;

    private final double[] k = new double[Float64Stretch.PIECE];
    private final double[] f = new double[Float64Stretch.PIECE];

    /** {@code ln x}. */
    List<UnaryLoops.Loop<double[]>> log() {
        return List.of(this::parts, this::sums, Float64Rare.values(Unary.LOG, NORMAL, Double.POSITIVE_INFINITY));
    }

    /** {@code ln(1 + x)}. */
    List<UnaryLoops.Loop<double[]>> log1p() {
        return List.of(this::partsOfSum, this::sums, Float64Rare.values(Unary.LOG1P, -ONE, LARGE));
    }

    /** {@code x = 2^k (1 + f)}. */
    void parts(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] k = this.k;
        double[] f = this.f;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            exponent(at).intoArray(k, i);
            significand(at).sub(ONE).intoArray(f, i);
        }
    }

    /** {@code 1 + x = 2^k (1 + f)}, where f is given what the sum has lost; with k = 0 it is x again. */
    void partsOfSum(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] k = this.k;
        double[] f = this.f;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector sum = at.add(ONE);
            DoubleVector larger = at.blend(ONE, at.compare(VectorOperators.LT, ONE));
            DoubleVector smaller = one().blend(at, at.compare(VectorOperators.LT, ONE));
            DoubleVector lost = smaller.sub(sum.sub(larger));
            DoubleVector exponent = exponent(sum);
            exponent.intoArray(k, i);
            DoubleVector shrink = Float64Format.power(exponent.neg().add(WHOLE));
            significand(sum).sub(ONE).add(lost.mul(shrink)).intoArray(f, i);
        }
    }

    /** {@code k ln 2 + ln(1 + f)}, within 1. */
    void sums(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double[] k = this.k;
        double[] f = this.f;
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector fraction = load(f, i);
            // Of zero, which only ln(1 + x) gets here with, the sum has lost the sign.
            Float64Logarithm.sum(load(k, i), fraction, Float64Logarithm.curve(fraction))
                    .blend(at, at.compare(VectorOperators.EQ, ZERO))
                    .intoArray(to, toAt + i);
        }
    }

    static void logSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            one().div(at).blend(nan(), negative(at)).intoArray(to, toAt + i);
        }
    }

    static void log1pSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector above = load(x, xAt + i).add(ONE);
            one().div(above).blend(nan(), negative(above)).intoArray(to, toAt + i);
        }
    }
}
