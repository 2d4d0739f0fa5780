package org.wengert.tape;

import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * The kernels in plain Java, and the reference for any others: element by element the table's own values and slopes.
 * An instance serves one thread at a time.
 */
final class PlainFloat64Kernels extends Float64Stretch {
    private final double[] products = new double[PIECE];
    private final PlainFloat64Rows rows = new PlainFloat64Rows();
    private final Product<double[]> product;

    PlainFloat64Kernels(Product<double[]> product) {
        this.product = product;
    }

    @Override
    public Kernels<double[]> another() {
        return new PlainFloat64Kernels(new PlainFloat64Product(new Workers(1)));
    }

    @Override
    public Kernels<double[]> suited(Op op) {
        return this;
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void unary(Unary op, double[] x, int xAt, double[] y, int yAt, int n) {
        PlainFloat64Unary.values(op, x, xAt, y, yAt, n);
    }

    @Override
    public void unaryGradient(
            Unary op,
            double[] x,
            int xAt,
            double[] y,
            int yAt,
            double[] g,
            int gAt,
            double[] gx,
            int gxAt,
            int n,
            boolean add) {
        if (!add) {
            PlainFloat64Slopes.products(op, x, xAt, y, yAt, g, gAt, gx, gxAt, n);
            return;
        }
        for (int i = 0; i < n; i += PIECE) {
            int m = Math.min(PIECE, n - i);
            PlainFloat64Slopes.products(op, x, xAt + i, y, yAt + i, g, gAt + i, products, 0, m);
            copy(products, 0, gx, gxAt + i, m, true);
        }
    }

    @Override
    public boolean givesSlope(Unary op) {
        return op == Unary.TANH;
    }

    @Override
    public void unaryAndSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] s, int sAt, int n) {
        PlainFloat64Tanh.valuesAndSlopes(x, xAt, y, yAt, s, sAt, n);
    }

    @Override
    void values(Binary op, double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        PlainFloat64Binary.values(op, a, aAt, b, bAt, y, yAt, n);
    }

    @Override
    void lefts(
            Binary op,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] y,
            int yAt,
            double[] g,
            int gAt,
            double[] ga,
            int gaAt,
            int n,
            boolean add) {
        if (op == Binary.ADD || op == Binary.SUB) {
            copy(g, gAt, ga, gaAt, n, add);
        } else if (!add) {
            PlainFloat64Partials.lefts(op, a, aAt, b, bAt, y, yAt, g, gAt, ga, gaAt, n);
        } else {
            for (int i = 0; i < n; i += PIECE) {
                int m = Math.min(PIECE, n - i);
                PlainFloat64Partials.lefts(op, a, aAt + i, b, bAt + i, y, yAt + i, g, gAt + i, products, 0, m);
                copy(products, 0, ga, gaAt + i, m, true);
            }
        }
    }

    @Override
    void rights(
            Binary op,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] y,
            int yAt,
            double[] g,
            int gAt,
            double[] gb,
            int gbAt,
            int n,
            boolean add) {
        if (op == Binary.ADD) {
            copy(g, gAt, gb, gbAt, n, add);
        } else if (!add) {
            PlainFloat64Partials.rights(op, a, aAt, b, bAt, y, yAt, g, gAt, gb, gbAt, n);
        } else {
            for (int i = 0; i < n; i += PIECE) {
                int m = Math.min(PIECE, n - i);
                PlainFloat64Partials.rights(op, a, aAt + i, b, bAt + i, y, yAt + i, g, gAt + i, products, 0, m);
                copy(products, 0, gb, gbAt + i, m, true);
            }
        }
    }

    @Override
    public void crossEntropy(double[] x, int xAt, int classes, int[] targets, double[] loss, int lossAt) {
        rows.crossEntropy(x, xAt, classes, targets, loss, lossAt);
    }

    @Override
    public void crossEntropyGradient(
            double[] x, int xAt, int classes, int[] targets, double[] g, int gAt, double[] gx, int gxAt, boolean add) {
        rows.crossEntropyGradient(x, xAt, classes, targets, g, gAt, gx, gxAt, add);
    }

    @Override
    public void product(
            boolean transposeA,
            boolean transposeB,
            int m,
            int k,
            int n,
            double[] a,
            int aAt,
            double[] b,
            int bAt,
            double[] c,
            int cAt,
            boolean add) {
        product.run(transposeA, transposeB, m, k, n, a, aAt, b, bAt, c, cAt, add);
    }
}
