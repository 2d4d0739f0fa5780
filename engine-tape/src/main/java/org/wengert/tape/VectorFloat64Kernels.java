package org.wengert.tape;

import static org.wengert.tape.Float64Vectors.LANES;

import java.util.List;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * The kernels on vectors of numbers. Loops run over whole vectors; what is left over at the end is brought into a vector
 * of its own and goes through the same loop, so that a number's result does not depend on where it lies. Arrays shorter than a
 * vector go to the plain kernels where those give the same bits, as does what the table has no loops for. An instance serves one
 * thread at a time.
 */
final class VectorFloat64Kernels extends Float64Stretch {
    private final VectorFloat64Table table;
    private final UpdateLoops<double[]> updates = new VectorFloat64Updates();
    private final VectorFloat64Rows rows = new VectorFloat64Rows();
    private final boolean everything;
    private final PlainFloat64Kernels plain;
    private final Product<double[]> product;
    private final double[] slopes = new double[PIECE];

    /** The last numbers of arrays that end amid a vector. */
    private final double[] lastA = new double[LANES];

    private final double[] lastB = new double[LANES];
    private final double[] lastY = new double[LANES];
    private final double[] lastSlopes = new double[LANES];

    /**
     * Kernels over a product.
     *
     * @param everything whether exponentials and their like run on vectors too, whose loops take a second or two to be
     *     compiled
     */
    VectorFloat64Kernels(Product<double[]> product, boolean everything) {
        this.product = product;
        this.everything = everything;
        this.table = new VectorFloat64Table(everything);
        this.plain = new PlainFloat64Kernels(product);
    }

    @Override
    public Kernels<double[]> another() {
        return new VectorFloat64Kernels(new Float64Product(new Workers(1)), everything);
    }

    @Override
    public Kernels<double[]> suited(Op op) {
        return everything || table.isSimple(op) ? this : plain;
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
    public UpdateLoops<double[]> updates() {
        return updates;
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
        if (loops == null || isPlain(op, n)) {
            plain.unary(op, x, xAt, y, yAt, n);
            return;
        }
        for (int i = 0; i < n; i += PIECE) {
            values(loops.value(), op, x, xAt + i, y, yAt + i, Math.min(PIECE, n - i));
        }
    }

    /**
     * Whether there are so few numbers that it is best to take one after another: a vector of those that have just been stored one
     * by one, or brought together, waits until the stores before it have reached the cache.
     */
    private boolean isPlain(Op op, int n) {
        return n < LANES && table.isSimple(op);
    }

    private void values(
            List<UnaryLoops.Loop<double[]>> loops, Unary op, double[] x, int xAt, double[] y, int yAt, int n) {
        int rest = n % LANES;
        int whole = n - rest;
        if (whole > 0) {
            UnaryLoops.run(loops, op, x, xAt, y, yAt, y, yAt, whole);
        }
        if (rest > 0) {
            System.arraycopy(x, xAt + whole, lastA, 0, rest);
            UnaryLoops.run(loops, op, lastA, 0, lastY, 0, lastY, 0, LANES);
            System.arraycopy(lastY, 0, y, yAt + whole, rest);
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
        if (loops == null || isPlain(op, n)) {
            plain.unaryGradient(op, x, xAt, y, yAt, g, gAt, gx, gxAt, n, add);
            return;
        }
        for (int i = 0; i < n; i += PIECE) {
            int m = Math.min(PIECE, n - i);
            slopes(loops.slope(), op, x, xAt + i, y, yAt + i, m);
            VectorFloat64Sums.products(g, gAt + i, slopes, 0, gx, gxAt + i, m, add);
        }
    }

    private void slopes(
            List<UnaryLoops.Loop<double[]>> loops, Unary op, double[] x, int xAt, double[] y, int yAt, int n) {
        int rest = n % LANES;
        int whole = n - rest;
        if (whole > 0) {
            UnaryLoops.run(loops, op, x, xAt, y, yAt, slopes, 0, whole);
        }
        if (rest > 0) {
            System.arraycopy(x, xAt + whole, lastA, 0, rest);
            System.arraycopy(y, yAt + whole, lastY, 0, rest);
            UnaryLoops.run(loops, op, lastA, 0, lastY, 0, lastSlopes, 0, LANES);
            System.arraycopy(lastSlopes, 0, slopes, whole, rest);
        }
    }

    /** Not by vectors, for which an exponential is cheap; plain kernels do, where they are suited. */
    @Override
    public boolean givesSlope(Unary op) {
        return false;
    }

    @Override
    public void unaryAndSlope(Unary op, double[] x, int xAt, double[] y, int yAt, double[] s, int sAt, int n) {
        throw new UnsupportedOperationException(op + ": these kernels give no slope with a value");
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
        if (loops == null || isPlain(op, n)) {
            plain.values(op, a, aAt, b, bAt, y, yAt, n);
            return;
        }
        for (int i = 0; i < n; i += PIECE) {
            values(loops.value(), a, aAt + i, b, bAt + i, y, yAt + i, Math.min(PIECE, n - i));
        }
    }

    private void values(
            BinaryLoops.Value<double[]> loop, double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        int rest = n % LANES;
        int whole = n - rest;
        if (whole > 0) {
            loop.run(a, aAt, b, bAt, y, yAt, whole);
        }
        if (rest > 0) {
            System.arraycopy(a, aAt + whole, lastA, 0, rest);
            System.arraycopy(b, bAt + whole, lastB, 0, rest);
            loop.run(lastA, 0, lastB, 0, lastY, 0, LANES);
            System.arraycopy(lastY, 0, y, yAt + whole, rest);
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
        } else if (loops == null || isPlain(op, n)) {
            plain.lefts(op, a, aAt, b, bAt, y, yAt, g, gAt, ga, gaAt, n, add);
        } else {
            gradient(loops.left(), a, aAt, b, bAt, y, yAt, g, gAt, ga, gaAt, n, add);
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
        } else if (loops == null || isPlain(op, n)) {
            plain.rights(op, a, aAt, b, bAt, y, yAt, g, gAt, gb, gbAt, n, add);
        } else {
            gradient(loops.right(), a, aAt, b, bAt, y, yAt, g, gAt, gb, gbAt, n, add);
        }
    }

    /** {@code d (+)= g slope}. */
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
            slopes(loop, a, aAt + i, b, bAt + i, y, yAt + i, m);
            VectorFloat64Sums.products(g, gAt + i, slopes, 0, d, dAt + i, m, add);
        }
    }

    private void slopes(
            BinaryLoops.Slope<double[]> loop, double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int n) {
        int rest = n % LANES;
        int whole = n - rest;
        if (whole > 0) {
            loop.run(a, aAt, b, bAt, y, yAt, slopes, whole);
        }
        if (rest > 0) {
            System.arraycopy(a, aAt + whole, lastA, 0, rest);
            System.arraycopy(b, bAt + whole, lastB, 0, rest);
            System.arraycopy(y, yAt + whole, lastY, 0, rest);
            loop.run(lastA, 0, lastB, 0, lastY, 0, lastSlopes, LANES);
            System.arraycopy(lastSlopes, 0, slopes, whole, rest);
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
