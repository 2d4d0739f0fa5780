package org.wengert.tape;

import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.all;
import static org.wengert.tape.Float64Vectors.load;
import static org.wengert.tape.Float64Vectors.nan;
import static org.wengert.tape.Float64Vectors.one;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** The loops of operations on two numbers. */
final class VectorFloat64Pairs {
    private static final double ZERO = 0;
    private static final double HALF = (double) 0.5;
    private static final double ONE = 1;

    private VectorFloat64Pairs() {}

    static void add(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(a, aAt + i).add(load(b, bAt + i)).intoArray(y, yAt + i);
        }
    }

    static void sub(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(a, aAt + i).sub(load(b, bAt + i)).intoArray(y, yAt + i);
        }
    }

    static void mul(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(a, aAt + i).mul(load(b, bAt + i)).intoArray(y, yAt + i);
        }
    }

    static void div(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(a, aAt + i).div(load(b, bAt + i)).intoArray(y, yAt + i);
        }
    }

    static void maximum(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(a, aAt + i).max(load(b, bAt + i)).intoArray(y, yAt + i);
        }
    }

    static void minimum(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(a, aAt + i).min(load(b, bAt + i)).intoArray(y, yAt + i);
        }
    }

    static void plus(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, double[] s, int n) {
        for (int i = 0; i < n; i += LANES) {
            all(1).intoArray(s, i);
        }
    }

    static void minus(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, double[] s, int n) {
        for (int i = 0; i < n; i += LANES) {
            all(-1).intoArray(s, i);
        }
    }

    static void second(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, double[] s, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(b, bAt + i).intoArray(s, i);
        }
    }

    static void first(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, double[] s, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(a, aAt + i).intoArray(s, i);
        }
    }

    static void dividend(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, double[] s, int n) {
        for (int i = 0; i < n; i += LANES) {
            one().div(load(b, bAt + i)).intoArray(s, i);
        }
    }

    static void divisor(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, double[] s, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(y, yAt + i).neg().div(load(b, bAt + i)).intoArray(s, i);
        }
    }

    static void larger(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, double[] s, int n) {
        for (int i = 0; i < n; i += LANES) {
            share(load(a, aAt + i), load(b, bAt + i)).intoArray(s, i);
        }
    }

    static void smaller(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, double[] s, int n) {
        for (int i = 0; i < n; i += LANES) {
            share(load(b, bAt + i), load(a, aAt + i)).intoArray(s, i);
        }
    }

    static void minusFirst(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, double[] s, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(a, aAt + i).neg().intoArray(s, i);
        }
    }

    /** 1 where the first is the larger, 0 where it is the smaller, and half where they are equal. */
    private static DoubleVector share(DoubleVector winner, DoubleVector loser) {
        return nan().blend(HALF, winner.compare(VectorOperators.EQ, loser))
                .blend(ZERO, winner.compare(VectorOperators.LT, loser))
                .blend(ONE, winner.compare(VectorOperators.GT, loser));
    }
}
