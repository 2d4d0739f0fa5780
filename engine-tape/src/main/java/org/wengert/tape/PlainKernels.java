package org.wengert.tape;

import org.wengert.op.Binary;
import org.wengert.op.Unary;

/**
 * The kernels in plain Java, and the reference for any others. Cheap operations have loops of their own, which the
 * compiler vectorises; a loop through a table entry costs a call for each number.
 */
final class PlainKernels implements Kernels {
    private final PlainProduct product = new PlainProduct();

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void unary(Unary op, Span from, Span to, int n) {
        double[] x = from.array();
        double[] y = to.array();
        int xAt = from.at();
        int yAt = to.at();
        if (op == Unary.RELU) {
            for (int i = 0; i < n; i++) {
                y[yAt + i] = Math.max(x[xAt + i], 0);
            }
        } else if (op == Unary.NEG) {
            for (int i = 0; i < n; i++) {
                y[yAt + i] = -x[xAt + i];
            }
        } else if (op == Unary.SQUARE) {
            for (int i = 0; i < n; i++) {
                y[yAt + i] = x[xAt + i] * x[xAt + i];
            }
        } else if (op == Unary.SQRT) {
            for (int i = 0; i < n; i++) {
                y[yAt + i] = Math.sqrt(x[xAt + i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                y[yAt + i] = op.value(x[xAt + i]);
            }
        }
    }

    @Override
    public void unaryGradient(Unary op, Span from, Span value, Span gradient, Span to, int n) {
        double[] x = from.array();
        double[] y = value.array();
        double[] gy = gradient.array();
        double[] gx = to.array();
        for (int i = 0; i < n; i++) {
            gx[to.at() + i] += gy[gradient.at() + i] * op.slope(x[from.at() + i], y[value.at() + i]);
        }
    }

    @Override
    public void binary(Binary op, Span left, Span right, Span to, int n) {
        double[] a = left.array();
        double[] b = right.array();
        double[] y = to.array();
        int aAt = left.at();
        int bAt = right.at();
        int yAt = to.at();
        if (op == Binary.ADD) {
            for (int i = 0; i < n; i++) {
                y[yAt + i] = a[aAt + i] + b[bAt + i];
            }
        } else if (op == Binary.SUB) {
            for (int i = 0; i < n; i++) {
                y[yAt + i] = a[aAt + i] - b[bAt + i];
            }
        } else if (op == Binary.MUL) {
            for (int i = 0; i < n; i++) {
                y[yAt + i] = a[aAt + i] * b[bAt + i];
            }
        } else if (op == Binary.DIV) {
            for (int i = 0; i < n; i++) {
                y[yAt + i] = a[aAt + i] / b[bAt + i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                y[yAt + i] = op.value(a[aAt + i], b[bAt + i]);
            }
        }
    }

    @Override
    public void leftGradient(Binary op, Span left, Span right, Span value, Span gradient, Span to, int n) {
        if (op == Binary.ADD || op == Binary.SUB) {
            add(gradient, to, n);
        } else if (op == Binary.MUL) {
            addProducts(gradient, right, to, n);
        } else {
            double[] a = left.array();
            double[] b = right.array();
            double[] y = value.array();
            double[] gy = gradient.array();
            double[] ga = to.array();
            for (int i = 0; i < n; i++) {
                ga[to.at() + i] +=
                        gy[gradient.at() + i] * op.left(a[left.at() + i], b[right.at() + i], y[value.at() + i]);
            }
        }
    }

    @Override
    public void rightGradient(Binary op, Span left, Span right, Span value, Span gradient, Span to, int n) {
        if (op == Binary.ADD) {
            add(gradient, to, n);
        } else if (op == Binary.MUL) {
            addProducts(gradient, left, to, n);
        } else {
            double[] a = left.array();
            double[] b = right.array();
            double[] y = value.array();
            double[] gy = gradient.array();
            double[] gb = to.array();
            for (int i = 0; i < n; i++) {
                gb[to.at() + i] +=
                        gy[gradient.at() + i] * op.right(a[left.at() + i], b[right.at() + i], y[value.at() + i]);
            }
        }
    }

    private static void addProducts(Span first, Span second, Span to, int n) {
        double[] p = first.array();
        double[] q = second.array();
        double[] y = to.array();
        int pAt = first.at();
        int qAt = second.at();
        int yAt = to.at();
        for (int i = 0; i < n; i++) {
            y[yAt + i] += p[pAt + i] * q[qAt + i];
        }
    }

    @Override
    public void add(Span from, Span to, int n) {
        double[] x = from.array();
        double[] y = to.array();
        int xAt = from.at();
        int yAt = to.at();
        for (int i = 0; i < n; i++) {
            y[yAt + i] += x[xAt + i];
        }
    }

    @Override
    public void product(boolean transposeA, boolean transposeB, int m, int k, int n, Span a, Span b, Span c) {
        product.run(transposeA, transposeB, m, k, n, a, b, c);
    }
}
