package org.wengert.tape;

import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.all;
import static org.wengert.tape.Float64Vectors.load;
import static org.wengert.tape.Float64Vectors.one;

import jdk.incubator.vector.DoubleVector;
import org.wengert.op.Unary;

/** The loops of sign, square, square root and reciprocal. */
final class VectorFloat64Algebra {
    private static final double HALF = (double) 0.5;

    private VectorFloat64Algebra() {}

    static void neg(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(x, xAt + i).neg().intoArray(to, toAt + i);
        }
    }

    static void negSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            all(-1).intoArray(to, toAt + i);
        }
    }

    static void square(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            at.mul(at).intoArray(to, toAt + i);
        }
    }

    static void squareSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(x, xAt + i).mul(2).intoArray(to, toAt + i);
        }
    }

    static void reciprocal(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            one().div(load(x, xAt + i)).intoArray(to, toAt + i);
        }
    }

    static void reciprocalSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector f = load(y, yAt + i);
            f.neg().mul(f).intoArray(to, toAt + i);
        }
    }

    static void sqrt(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(x, xAt + i).sqrt().intoArray(to, toAt + i);
        }
    }

    static void sqrtSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            all(HALF).div(load(y, yAt + i)).intoArray(to, toAt + i);
        }
    }
}
