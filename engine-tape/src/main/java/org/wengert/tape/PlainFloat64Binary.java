package org.wengert.tape;

import org.wengert.op.Binary;

/** The values of the table's operations on two numbers; cheap ones in loops of their own. */
final class PlainFloat64Binary {
    private PlainFloat64Binary() {}

    static void values(Binary op, double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        if (op == Binary.ADD) {
            add(a, aAt, b, bAt, y, yAt, n);
        } else if (op == Binary.SUB) {
            sub(a, aAt, b, bAt, y, yAt, n);
        } else if (op == Binary.MUL) {
            mul(a, aAt, b, bAt, y, yAt, n);
        } else if (op == Binary.DIV) {
            div(a, aAt, b, bAt, y, yAt, n);
        } else if (op == Binary.MAXIMUM) {
            maximum(a, aAt, b, bAt, y, yAt, n);
        } else if (op == Binary.MINIMUM) {
            minimum(a, aAt, b, bAt, y, yAt, n);
        } else {
            any(op, a, aAt, b, bAt, y, yAt, n);
        }
    }

    private static void add(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = a[aAt + i] + b[bAt + i];
        }
    }

    private static void sub(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = a[aAt + i] - b[bAt + i];
        }
    }

    /** {@code y = a b}, a loop that gradients of products use too. */
    static void mul(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = a[aAt + i] * b[bAt + i];
        }
    }

    private static void div(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = a[aAt + i] / b[bAt + i];
        }
    }

    private static void maximum(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.max(a[aAt + i], b[bAt + i]);
        }
    }

    private static void minimum(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.min(a[aAt + i], b[bAt + i]);
        }
    }

    private static void any(Binary op, double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = (double) op.value(a[aAt + i], b[bAt + i]);
        }
    }
}
