package org.wengert.tape;

import org.wengert.op.Unary;

/**
 * The values of the table's operations on one number. Cheap operations have loops of their own, which the compiler
 * vectorises; a loop through a table entry costs a call for each number.
 */
final class PlainFloat64Unary {
    private static final int CLAMP = Unary.clamp(-1, 1).index();
    private static final int LEAKY_RELU = Unary.leakyRelu(0).index();

    private PlainFloat64Unary() {}

    static void values(Unary op, double[] x, int xAt, double[] y, int yAt, int n) {
        if (op == Unary.RELU) {
            relu(x, xAt, y, yAt, n);
        } else if (op == Unary.NEG) {
            neg(x, xAt, y, yAt, n);
        } else if (op == Unary.SQUARE) {
            square(x, xAt, y, yAt, n);
        } else if (op == Unary.SQRT) {
            sqrt(x, xAt, y, yAt, n);
        } else if (op == Unary.RECIPROCAL) {
            reciprocal(x, xAt, y, yAt, n);
        } else if (op == Unary.ABS) {
            abs(x, xAt, y, yAt, n);
        } else if (op.index() == CLAMP) {
            clamp(op, x, xAt, y, yAt, n);
        } else if (op.index() == LEAKY_RELU) {
            leakyRelu(op, x, xAt, y, yAt, n);
        } else {
            any(op, x, xAt, y, yAt, n);
        }
    }

    private static void relu(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.max(x[xAt + i], 0);
        }
    }

    static void neg(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = -x[xAt + i];
        }
    }

    private static void square(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = x[xAt + i] * x[xAt + i];
        }
    }

    private static void sqrt(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = (double) Math.sqrt(x[xAt + i]);
        }
    }

    private static void reciprocal(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = 1 / x[xAt + i];
        }
    }

    private static void abs(double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.abs(x[xAt + i]);
        }
    }

    private static void clamp(Unary op, double[] x, int xAt, double[] y, int yAt, int n) {
        double low = (double) Constants.of(op, 0);
        double high = (double) Constants.of(op, 1);
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.min(Math.max(x[xAt + i], low), high);
        }
    }

    private static void leakyRelu(Unary op, double[] x, int xAt, double[] y, int yAt, int n) {
        double slope = (double) Constants.of(op, 0);
        for (int i = 0; i < n; i++) {
            double at = x[xAt + i];
            y[yAt + i] = at > 0 ? at : slope * at;
        }
    }

    private static void any(Unary op, double[] x, int xAt, double[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = (double) op.value(x[xAt + i]);
        }
    }
}
