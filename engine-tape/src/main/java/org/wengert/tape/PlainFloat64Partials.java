package org.wengert.tape;

import org.wengert.op.Binary;

/** Gradients times partial derivatives, {@code d = g df/da} or {@code g df/db}, for operations on two numbers. */
final class PlainFloat64Partials {
    private PlainFloat64Partials() {}

    static void lefts(
            Binary op,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] y,
            int yAt,
            double[] g,
            int gAt,
            double[] d,
            int dAt,
            int n) {
        if (op == Binary.MUL) {
            PlainFloat64Binary.mul(g, gAt, b, bAt, d, dAt, n);
        } else if (op == Binary.DIV) {
            dividend(b, bAt, g, gAt, d, dAt, n);
        } else {
            anyLeft(op, a, aAt, b, bAt, y, yAt, g, gAt, d, dAt, n);
        }
    }

    static void rights(
            Binary op,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] y,
            int yAt,
            double[] g,
            int gAt,
            double[] d,
            int dAt,
            int n) {
        if (op == Binary.MUL) {
            PlainFloat64Binary.mul(g, gAt, a, aAt, d, dAt, n);
        } else if (op == Binary.SUB) {
            PlainFloat64Unary.neg(g, gAt, d, dAt, n);
        } else if (op == Binary.DIV) {
            divisor(b, bAt, y, yAt, g, gAt, d, dAt, n);
        } else {
            anyRight(op, a, aAt, b, bAt, y, yAt, g, gAt, d, dAt, n);
        }
    }

    private static void dividend(double[] b, int bAt, double[] g, int gAt, double[] d, int dAt, int n) {
        for (int i = 0; i < n; i++) {
            d[dAt + i] = g[gAt + i] * (1 / b[bAt + i]);
        }
    }

    private static void divisor(
            double[] b, int bAt, double[] y, int yAt, double[] g, int gAt, double[] d, int dAt, int n) {
        for (int i = 0; i < n; i++) {
            d[dAt + i] = g[gAt + i] * (-y[yAt + i] / b[bAt + i]);
        }
    }

    private static void anyLeft(
            Binary op,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] y,
            int yAt,
            double[] g,
            int gAt,
            double[] d,
            int dAt,
            int n) {
        for (int i = 0; i < n; i++) {
            d[dAt + i] = (double) (g[gAt + i] * op.left(a[aAt + i], b[bAt + i], y[yAt + i]));
        }
    }

    private static void anyRight(
            Binary op,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] y,
            int yAt,
            double[] g,
            int gAt,
            double[] d,
            int dAt,
            int n) {
        for (int i = 0; i < n; i++) {
            d[dAt + i] = (double) (g[gAt + i] * op.right(a[aAt + i], b[bAt + i], y[yAt + i]));
        }
    }
}
