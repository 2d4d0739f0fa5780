package org.wengert.tape;

import static org.wengert.tape.Float64Vectors.LANES;
import static org.wengert.tape.Float64Vectors.all;
import static org.wengert.tape.Float64Vectors.load;

import jdk.incubator.vector.DoubleVector;
import org.wengert.op.Binary;

/** The four basic operations on an array and one number, which stays in a register. */
final class VectorFloat64Numbers {
    private VectorFloat64Numbers() {}

    /** {@code y = f(a, b)} for one number {@code b}; returns whether there is a loop for it. */
    static boolean right(Binary op, double[] a, int aAt, double b, double[] y, int yAt, int n) {
        if (op == Binary.ADD) {
            sum(a, aAt, b, y, yAt, n);
        } else if (op == Binary.SUB) {
            difference(a, aAt, b, y, yAt, n);
        } else if (op == Binary.MUL) {
            product(a, aAt, b, y, yAt, n);
        } else if (op == Binary.DIV) {
            quotient(a, aAt, b, y, yAt, n);
        } else {
            return false;
        }
        return true;
    }

    /** {@code y = f(a, b)} for one number {@code a}; returns whether there is a loop for it. */
    static boolean left(Binary op, double a, double[] b, int bAt, double[] y, int yAt, int n) {
        if (op == Binary.ADD) {
            sum(b, bAt, a, y, yAt, n);
        } else if (op == Binary.SUB) {
            complement(a, b, bAt, y, yAt, n);
        } else if (op == Binary.MUL) {
            product(b, bAt, a, y, yAt, n);
        } else {
            return false;
        }
        return true;
    }

    private static void sum(double[] a, int aAt, double b, double[] y, int yAt, int n) {
        DoubleVector number = all(b);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(a, aAt + i).add(number).intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] = a[aAt + i] + b;
        }
    }

    private static void difference(double[] a, int aAt, double b, double[] y, int yAt, int n) {
        DoubleVector number = all(b);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(a, aAt + i).sub(number).intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] = a[aAt + i] - b;
        }
    }

    private static void complement(double a, double[] b, int bAt, double[] y, int yAt, int n) {
        DoubleVector number = all(a);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            number.sub(load(b, bAt + i)).intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] = a - b[bAt + i];
        }
    }

    private static void product(double[] a, int aAt, double b, double[] y, int yAt, int n) {
        DoubleVector number = all(b);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(a, aAt + i).mul(number).intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] = a[aAt + i] * b;
        }
    }

    private static void quotient(double[] a, int aAt, double b, double[] y, int yAt, int n) {
        DoubleVector number = all(b);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            load(a, aAt + i).div(number).intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] = a[aAt + i] / b;
        }
    }
}
