package org.wengert.tape;

import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.all;
import static org.wengert.tape.Float64Vectors.isNan;
import static org.wengert.tape.Float64Vectors.load;
import static org.wengert.tape.Float64Vectors.negative;
import static org.wengert.tape.Float64Vectors.one;
import static org.wengert.tape.Float64Vectors.positive;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.wengert.op.Unary;

/** The loops of operations with kinks; lanes are chosen, as a branch for each number is slow. */
final class VectorFloat64Kinked {
    private static final double ONE = 1;

    private VectorFloat64Kinked() {}

    static void relu(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(x, xAt + i).max(0).intoArray(to, toAt + i);
        }
    }

    static void reluSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector f = load(y, yAt + i);
            f.mul(0).blend(ONE, positive(f)).intoArray(to, toAt + i);
        }
    }

    static void leakyRelu(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double a = (double) Constants.of(op, 0);
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            at.mul(a).blend(at, positive(at)).intoArray(to, toAt + i);
        }
    }

    static void leakyReluSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double a = (double) Constants.of(op, 0);
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            all(a).blend(ONE, positive(at)).blend(at, isNan(at)).intoArray(to, toAt + i);
        }
    }

    static void clamp(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double low = (double) Constants.of(op, 0);
        double high = (double) Constants.of(op, 1);
        for (int i = 0; i < n; i += LANES) {
            load(x, xAt + i).max(low).min(high).intoArray(to, toAt + i);
        }
    }

    static void clampSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double low = (double) Constants.of(op, 0);
        double high = (double) Constants.of(op, 1);
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            inside(at, low, high).intoArray(to, toAt + i);
        }
    }

    /** 1 from one bound to the other, 0 outside, NaN for NaN. */
    private static DoubleVector inside(DoubleVector x, double low, double high) {
        VectorMask<Double> out = x.compare(VectorOperators.LT, low).or(x.compare(VectorOperators.GT, high));
        return one().blend(all(0), out).blend(x, isNan(x));
    }

    static void abs(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(x, xAt + i).abs().intoArray(to, toAt + i);
        }
    }

    static void absSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            at.blend(ONE, positive(at)).blend(-ONE, negative(at)).intoArray(to, toAt + i);
        }
    }

    /** Makes of {@code e^x - 1} what elu is. */
    static void elu(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double a = (double) Constants.of(op, 0);
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            load(to, toAt + i).mul(a).blend(at, positive(at)).intoArray(to, toAt + i);
        }
    }

    /** Makes of {@code e^x} the slope of elu. */
    static void eluSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] to, int toAt, int n) {
        double a = (double) Constants.of(op, 0);
        for (int i = 0; i < n; i += LANES) {
            DoubleVector at = load(x, xAt + i);
            load(to, toAt + i).mul(a).blend(ONE, positive(at)).intoArray(to, toAt + i);
        }
    }
}
