package org.wengert.tape;

import static org.wengert.tape.Float64Exponential.power;
import static org.wengert.tape.Float64Exponential.powerLess1;
import static org.wengert.tape.Float64Exponential.rest;
import static org.wengert.tape.Float64Exponential.whole;
import static org.wengert.tape.Float64Format.scaled;
import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.wengert.op.Unary;

/** The loops of exponentials; errors are in units in the last place. */
final class VectorFloat64Exponentials {
    private static final double ONE = 1;

    /** Below this size {@code e^x - 1} is x itself, of which a sum would lose the sign of zero. */
    private static final double TINY = (double) 1e-30;

    private VectorFloat64Exponentials() {}

    /** Within 1. */
    static void exp(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector whole = whole(at);
            scaled(power(rest(at, whole)), whole).intoArray(to, toAt + i);
        }
    }

    /** The value itself. */
    static void expSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        System.arraycopy(y, yAt, to, toAt, n);
    }

    /** Within 2: {@code 2^k (e^r - 1) + (2^k - 1)}, rounded once. */
    static void expm1(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            DoubleVector whole = whole(at);
            DoubleVector scale = Float64Format.power(whole);
            scale.fma(powerLess1(rest(at, whole)), scale.sub(ONE))
                    .blend(at, at.abs().compare(VectorOperators.LT, TINY))
                    .intoArray(to, toAt + i);
        }
    }
}
