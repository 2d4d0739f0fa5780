package org.wengert.tape;

import org.wengert.op.Unary;

/** Gradients times slopes, {@code d = g f'(x)}, for the table's operations on one number. */
final class PlainFloat64Slopes {
    private static final int CLAMP = Unary.clamp(-1, 1).index();
    private static final int LEAKY_RELU = Unary.leakyRelu(0).index();

    private PlainFloat64Slopes() {}

    static void products(
            Unary op, double[] x, int xAt, double[] y, int yAt, double[] g, int gAt, double[] d, int dAt, int n) {
        if (op == Unary.RELU) {
            relu(y, yAt, g, gAt, d, dAt, n);
        } else if (op == Unary.NEG) {
            PlainFloat64Unary.neg(g, gAt, d, dAt, n);
        } else if (op == Unary.SQUARE) {
            square(x, xAt, g, gAt, d, dAt, n);
        } else if (op == Unary.SQRT) {
            sqrt(y, yAt, g, gAt, d, dAt, n);
        } else if (op == Unary.RECIPROCAL) {
            reciprocal(y, yAt, g, gAt, d, dAt, n);
        } else if (op == Unary.TANH) {
            PlainFloat64Tanh.products(x, xAt, y, yAt, g, gAt, d, dAt, n);
        } else if (op == Unary.EXP) {
            PlainFloat64Binary.mul(g, gAt, y, yAt, d, dAt, n);
        } else if (op == Unary.ABS) {
            abs(x, xAt, g, gAt, d, dAt, n);
        } else if (op.index() == CLAMP) {
            clamp(op, x, xAt, g, gAt, d, dAt, n);
        } else if (op.index() == LEAKY_RELU) {
            leakyRelu(op, x, xAt, g, gAt, d, dAt, n);
        } else {
            any(op, x, xAt, y, yAt, g, gAt, d, dAt, n);
        }
    }

    private static void relu(double[] y, int yAt, double[] g, int gAt, double[] d, int dAt, int n) {
        // Without a branch, which would be mispredicted half the time: any y above 0 is blown up beyond 1.
        for (int i = 0; i < n; i++) {
            d[dAt + i] = g[gAt + i] * Math.min(y[yAt + i] * Double.MAX_VALUE * Double.MAX_VALUE, 1);
        }
    }

    private static void square(double[] x, int xAt, double[] g, int gAt, double[] d, int dAt, int n) {
        for (int i = 0; i < n; i++) {
            d[dAt + i] = g[gAt + i] * (2 * x[xAt + i]);
        }
    }

    private static void sqrt(double[] y, int yAt, double[] g, int gAt, double[] d, int dAt, int n) {
        for (int i = 0; i < n; i++) {
            d[dAt + i] = g[gAt + i] * ((double) 0.5 / y[yAt + i]);
        }
    }

    private static void reciprocal(double[] y, int yAt, double[] g, int gAt, double[] d, int dAt, int n) {
        for (int i = 0; i < n; i++) {
            d[dAt + i] = g[gAt + i] * (-y[yAt + i] * y[yAt + i]);
        }
    }

    private static void abs(double[] x, int xAt, double[] g, int gAt, double[] d, int dAt, int n) {
        for (int i = 0; i < n; i++) {
            double large = x[xAt + i] * Double.MAX_VALUE * Double.MAX_VALUE;
            d[dAt + i] = g[gAt + i] * Math.min(Math.max(large, -1), 1);
        }
    }

    private static void clamp(Unary op, double[] x, int xAt, double[] g, int gAt, double[] d, int dAt, int n) {
        double low = (double) Constants.of(op, 0);
        double high = (double) Constants.of(op, 1);
        for (int i = 0; i < n; i++) {
            double at = x[xAt + i];
            double slope = at >= low && at <= high ? 1 : Double.isNaN(at) ? Double.NaN : 0;
            d[dAt + i] = g[gAt + i] * slope;
        }
    }

    private static void leakyRelu(Unary op, double[] x, int xAt, double[] g, int gAt, double[] d, int dAt, int n) {
        double below = (double) Constants.of(op, 0);
        for (int i = 0; i < n; i++) {
            double at = x[xAt + i];
            double slope = at > 0 ? 1 : at <= 0 ? below : Double.NaN;
            d[dAt + i] = g[gAt + i] * slope;
        }
    }

    private static void any(
            Unary op, double[] x, int xAt, double[] y, int yAt, double[] g, int gAt, double[] d, int dAt, int n) {
        for (int i = 0; i < n; i++) {
            d[dAt + i] = (double) (g[gAt + i] * op.slope(x[xAt + i], y[yAt + i]));
        }
    }
}
