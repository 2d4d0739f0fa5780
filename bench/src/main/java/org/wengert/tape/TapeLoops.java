package org.wengert.tape;

import org.wengert.op.Binary;
import org.wengert.op.CrossEntropy;
import org.wengert.op.Unary;

/**
 * The tape's kernels, opened to the workbench alone: what a step written by hand is made of where it is to run on the
 * same loops as the engine. Beside the kernels' own package, for they are nobody else's business.
 *
 * @param <A> the array type of the precision
 */
public final class TapeLoops<A> implements AutoCloseable {
    /** Numbers an update computes in one go: they stay in the nearest cache. */
    private static final int TILE = 512;

    private final Kernels<A> kernels;
    private final Workers workers;
    private final A tile;
    private final A other;
    private final A number;

    private TapeLoops(Kernels<A> own, Workers workers) {
        kernels = SharedKernels.of(workers, own);
        this.workers = workers;
        tile = kernels.allocate(TILE);
        other = kernels.allocate(TILE);
        number = kernels.allocate(1);
    }

    /** Loops as the engine would choose them with these settings. */
    public static TapeLoops<?> open(String precision, String kernels, int threads) {
        boolean vector = KernelChoice.isVector(kernels, "the workbench");
        boolean everything = kernels.equals("vector");
        Workers workers = new Workers(threads);
        if (precision.equals("float32")) {
            return new TapeLoops<>(
                    vector
                            ? VectorKernels.float32(workers, everything)
                            : new PlainFloat32Kernels(new PlainFloat32Product(workers)),
                    workers);
        }
        return new TapeLoops<>(
                vector
                        ? VectorKernels.float64(workers, everything)
                        : new PlainFloat64Kernels(new PlainFloat64Product(workers)),
                workers);
    }

    /** Precision, kernels and threads in words. */
    public String description() {
        return kernels.precision() + ", " + kernels.name() + " kernels, " + workers.threads() + " threads";
    }

    /** A new array of these numbers. */
    public A of(double... numbers) {
        A array = kernels.allocate(numbers.length);
        kernels.put(numbers, array, 0);
        return array;
    }

    /** An array's numbers. */
    public double[] numbers(A array, int n) {
        double[] numbers = new double[n];
        kernels.get(array, 0, numbers);
        return numbers;
    }

    /** {@code c = a b}. */
    public void product(boolean transposeA, boolean transposeB, int m, int k, int n, A a, A b, A c) {
        kernels.product(transposeA, transposeB, m, k, n, a, 0, b, 0, c, 0, false);
    }

    /** {@code y[r] += row}. */
    public void addRow(A y, A row, int rows, int n) {
        kernels.addRow(y, 0, row, 0, y, 0, rows, n);
    }

    /** {@code sums = sum over r of x[r]}. */
    public void sumRows(A x, A sums, int rows, int n) {
        kernels.sumRows(x, 0, rows, n, sums, 0, false);
    }

    /** {@code y = f(y)}. */
    public void apply(Unary op, A y, int n) {
        for (int i = 0; i < n; i += TILE) {
            int m = Math.min(TILE, n - i);
            kernels.copy(y, i, tile, 0, m, false);
            kernels.suited(op).unary(op, tile, 0, y, i, m);
        }
    }

    /** {@code g = g f'}, for an operation whose slope its result tells. */
    public void slope(Unary op, A y, A g, int n) {
        kernels.unaryGradient(op, y, 0, y, 0, g, 0, g, 0, n, false);
    }

    /** {@code g = g (1 - y^2)}. */
    public void tanhSlope(A y, A g, int n) {
        for (int i = 0; i < n; i += TILE) {
            int m = Math.min(TILE, n - i);
            kernels.unary(Unary.SQUARE, y, i, tile, 0, m);
            with(1, Binary.SUB, tile, 0, m);
            kernels.binary(Binary.MUL, g, i, 1, tile, 0, 1, g, i, m);
        }
    }

    /** {@code x = f(number, x)}. */
    private void with(double value, Binary op, A x, int at, int n) {
        kernels.spread(value, number, 0, 1, false);
        kernels.binary(op, number, 0, 0, x, at, 1, x, at, n);
    }

    /** {@code g = 2 (y - t)}; returns the sum of the errors' squares. */
    public double squares(A y, A targets, A g, int n) {
        kernels.binary(Binary.SUB, y, 0, 1, targets, 0, 1, g, 0, n);
        double sum = 0;
        for (int i = 0; i < n; i += TILE) {
            int m = Math.min(TILE, n - i);
            kernels.unary(Unary.SQUARE, g, i, tile, 0, m);
            sum += kernels.sum(tile, 0, m);
        }
        with(2, Binary.MUL, g, 0, n);
        return sum;
    }

    /** The gradient of the mean cross-entropy of rows; returns the mean. */
    public double crossEntropy(A y, int[] targets, A g, A losses, A factors, int classes) {
        int rows = targets.length;
        kernels.suited(new CrossEntropy(targets)).crossEntropy(y, 0, classes, targets, losses, 0);
        kernels.spread(1.0 / rows, factors, 0, rows, false);
        kernels.suited(new CrossEntropy(targets)).crossEntropyGradient(y, 0, classes, targets, factors, 0, g, 0, false);
        return kernels.sum(losses, 0, rows) / rows;
    }

    /** {@code w -= rate g}. */
    public void sgd(double rate, A w, A g, int n) {
        kernels.spread(rate, number, 0, 1, false);
        for (int i = 0; i < n; i += TILE) {
            int m = Math.min(TILE, n - i);
            kernels.binary(Binary.MUL, g, i, 1, number, 0, 0, tile, 0, m);
            kernels.binary(Binary.SUB, w, i, 1, tile, 0, 1, w, i, m);
        }
    }

    /** {@code m = b1 m + (1-b1) g, v = b2 v + (1-b2) g^2, w -= step m / (sqrt(v)/root + eps)}. */
    public void adam(double b1, double b2, double step, double root, double eps, A w, A g, A m, A v, int n) {
        for (int i = 0; i < n; i += TILE) {
            int count = Math.min(TILE, n - i);
            with(b1, Binary.MUL, m, i, count);
            kernels.copy(g, i, tile, 0, count, false);
            with(1 - b1, Binary.MUL, tile, 0, count);
            kernels.copy(tile, 0, m, i, count, true);
            with(b2, Binary.MUL, v, i, count);
            kernels.unary(Unary.SQUARE, g, i, tile, 0, count);
            with(1 - b2, Binary.MUL, tile, 0, count);
            kernels.copy(tile, 0, v, i, count, true);
            kernels.unary(Unary.SQRT, v, i, tile, 0, count);
            with(1 / root, Binary.MUL, tile, 0, count);
            with(eps, Binary.ADD, tile, 0, count);
            kernels.binary(Binary.DIV, m, i, 1, tile, 0, 1, other, 0, count);
            with(step, Binary.MUL, other, 0, count);
            kernels.binary(Binary.SUB, w, i, 1, other, 0, 1, w, i, count);
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
