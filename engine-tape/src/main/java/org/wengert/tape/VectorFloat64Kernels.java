package org.wengert.tape;

import static org.wengert.tape.Float64Vectors.LANES;

import org.wengert.op.Binary;
import org.wengert.op.Unary;

/**
 * The kernels on vectors of numbers, for operations that give the same bits as the plain loops do. Loops run over whole
 * vectors; what is left over at the end goes to the plain loops. Exponentials and their like stay with the plain loops
 * altogether: the Vector API computes them in one way before a loop is compiled and in another after, so that the same run
 * would not give the same bits twice. An instance serves one thread at a time.
 */
final class VectorFloat64Kernels extends Float64Stretch {
    private final VectorFloat64Table table = new VectorFloat64Table();
    private final PlainFloat64Kernels plain;
    private final Product<double[]> product;
    private final double[] slopes = new double[PIECE];

    VectorFloat64Kernels(Product<double[]> product) {
        this.product = product;
        this.plain = new PlainFloat64Kernels(product);
    }

    @Override
    public Kernels<double[]> another() {
        return new VectorFloat64Kernels(new Float64Product(new Workers(1)));
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public void copy(double[] x, int xAt, double[] y, int yAt, int n, boolean add) {
        if (add) {
            VectorFloat64Sums.add(x, xAt, y, yAt, n);
        } else {
            System.arraycopy(x, xAt, y, yAt, n);
        }
    }

    @Override
    public void addRow(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int rows, int n) {
        VectorFloat64Sums.addRow(a, aAt, b, bAt, y, yAt, rows, n);
    }

    @Override
    void addRows(double[] x, int xAt, int rows, int n, double[] y, int yAt) {
        VectorFloat64Sums.addRows(x, xAt, rows, n, y, yAt);
    }

    @Override
    public void unary(Unary op, double[] x, int xAt, double[] y, int yAt, int n) {
        UnaryLoops<double[]> loops = table.of(op);
        if (loops == null) {
            plain.unary(op, x, xAt, y, yAt, n);
            return;
        }
        int whole = n - n % LANES;
        if (whole > 0) {
            loops.value().run(op, x, xAt, y, yAt, whole);
        }
        int rest = n - whole;
        if (rest > 0) {
            plain.unary(op, x, xAt + whole, y, yAt + whole, rest);
        }
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
        UnaryLoops<double[]> loops = table.of(op);
        if (loops == null) {
            plain.unaryGradient(op, x, xAt, y, yAt, g, gAt, gx, gxAt, n, add);
            return;
        }
        int whole = n - n % LANES;
        for (int i = 0; i < whole; i += PIECE) {
            int m = Math.min(PIECE, whole - i);
            loops.slope().run(op, x, xAt + i, y, yAt + i, slopes, m);
            VectorFloat64Sums.products(g, gAt + i, slopes, 0, gx, gxAt + i, m, add);
        }
        int rest = n - whole;
        if (rest > 0) {
            plain.unaryGradient(op, x, xAt + whole, y, yAt + whole, g, gAt + whole, gx, gxAt + whole, rest, add);
        }
    }

    @Override
    public void binary(
            Binary op, double[] a, int aAt, int aStep, double[] b, int bAt, int bStep, double[] y, int yAt, int n) {
        boolean done = aStep != bStep
                && (bStep == 0
                        ? VectorFloat64Numbers.right(op, a, aAt, b[bAt], y, yAt, n)
                        : VectorFloat64Numbers.left(op, a[aAt], b, bAt, y, yAt, n));
        if (!done) {
            super.binary(op, a, aAt, aStep, b, bAt, bStep, y, yAt, n);
        }
    }

    @Override
    void values(Binary op, double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        BinaryLoops<double[]> loops = table.of(op);
        if (loops == null) {
            plain.values(op, a, aAt, b, bAt, y, yAt, n);
            return;
        }
        int whole = n - n % LANES;
        if (whole > 0) {
            loops.value().run(a, aAt, b, bAt, y, yAt, whole);
        }
        int rest = n - whole;
        if (rest > 0) {
            plain.values(op, a, aAt + whole, b, bAt + whole, y, yAt + whole, rest);
        }
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
        BinaryLoops<double[]> loops = table.of(op);
        if (op == Binary.ADD || op == Binary.SUB) {
            copy(g, gAt, ga, gaAt, n, add);
        } else if (op == Binary.MUL) {
            VectorFloat64Sums.products(g, gAt, b, bAt, ga, gaAt, n, add);
        } else if (loops == null) {
            plain.lefts(op, a, aAt, b, bAt, y, yAt, g, gAt, ga, gaAt, n, add);
        } else {
            int whole = n - n % LANES;
            gradient(loops.left(), a, aAt, b, bAt, y, yAt, g, gAt, ga, gaAt, whole, add);
            plain.lefts(
                    op,
                    a,
                    aAt + whole,
                    b,
                    bAt + whole,
                    y,
                    yAt + whole,
                    g,
                    gAt + whole,
                    ga,
                    gaAt + whole,
                    n - whole,
                    add);
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
        BinaryLoops<double[]> loops = table.of(op);
        if (op == Binary.ADD) {
            copy(g, gAt, gb, gbAt, n, add);
        } else if (op == Binary.MUL) {
            VectorFloat64Sums.products(g, gAt, a, aAt, gb, gbAt, n, add);
        } else if (loops == null) {
            plain.rights(op, a, aAt, b, bAt, y, yAt, g, gAt, gb, gbAt, n, add);
        } else {
            int whole = n - n % LANES;
            gradient(loops.right(), a, aAt, b, bAt, y, yAt, g, gAt, gb, gbAt, whole, add);
            plain.rights(
                    op,
                    a,
                    aAt + whole,
                    b,
                    bAt + whole,
                    y,
                    yAt + whole,
                    g,
                    gAt + whole,
                    gb,
                    gbAt + whole,
                    n - whole,
                    add);
        }
    }

    /** {@code d (+)= g slope}, over whole vectors. */
    private void gradient(
            BinaryLoops.Slope<double[]> loop,
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
            int n,
            boolean add) {
        for (int i = 0; i < n; i += PIECE) {
            int m = Math.min(PIECE, n - i);
            loop.run(a, aAt + i, b, bAt + i, y, yAt + i, slopes, m);
            VectorFloat64Sums.products(g, gAt + i, slopes, 0, d, dAt + i, m, add);
        }
    }

    @Override
    public void crossEntropy(double[] x, int xAt, int classes, int[] targets, double[] loss, int lossAt) {
        plain.crossEntropy(x, xAt, classes, targets, loss, lossAt);
    }

    @Override
    public void crossEntropyGradient(
            double[] x, int xAt, int classes, int[] targets, double[] g, int gAt, double[] gx, int gxAt, boolean add) {
        plain.crossEntropyGradient(x, xAt, classes, targets, g, gAt, gx, gxAt, add);
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
