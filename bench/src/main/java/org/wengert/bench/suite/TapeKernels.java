package org.wengert.bench.suite;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Activation;
import org.wengert.op.Unary;
import org.wengert.tape.TapeLoops;

/**
 * The tape's own kernels for a step written by hand. Updates run on one thread here, products on as many as the engine
 * has.
 *
 * @param <A> the array type of the precision
 */
final class TapeKernels<A> implements StepKernels<A> {
    private final TapeLoops<A> loops;
    private int[] classes = new int[0];
    private @Nullable A classesOf;
    private @Nullable A losses;
    private @Nullable A factors;

    private TapeKernels(TapeLoops<A> loops) {
        this.loops = loops;
    }

    /**
     * Kernels in this variant.
     *
     * @throws Skipped if they cannot be had
     */
    static StepKernels<?> open(Variant variant) {
        int threads = variant.threads().equals(Variant.AUTO)
                ? Runtime.getRuntime().availableProcessors()
                : Integer.parseInt(variant.threads());
        try {
            return new TapeKernels<>(TapeLoops.open(variant.precision(), variant.kernels(), threads));
        } catch (ConfigurationException e) {
            throw new Skipped(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public String description() {
        return loops.description();
    }

    @Override
    public A of(double... numbers) {
        return loops.of(numbers);
    }

    @Override
    public double[] numbers(A array) {
        return loops.numbers(array, Array.getLength(array));
    }

    @Override
    public void product(boolean transposeA, boolean transposeB, int m, int k, int n, A a, A b, A c) {
        loops.product(transposeA, transposeB, m, k, n, a, b, c);
    }

    @Override
    public void biasAndActivation(Activation f, A bias, A y, int rows, int columns) {
        loops.addRow(y, bias, rows, columns);
        if (f != Activation.LINEAR) {
            loops.apply(f == Activation.TANH ? Unary.TANH : Unary.RELU, y, rows * columns);
        }
    }

    @Override
    public void slope(Activation f, A y, A g, int n) {
        if (f == Activation.TANH) {
            loops.tanhSlope(y, g, n);
        } else {
            loops.slope(Unary.RELU, y, g, n);
        }
    }

    @Override
    public void sumRows(A g, A sums, int rows, int columns) {
        loops.sumRows(g, sums, rows, columns);
    }

    @Override
    public double loss(Workload.Objective objective, A y, A targets, A g, int rows, int columns) {
        if (objective == Workload.Objective.SUM_OF_SQUARES) {
            return loops.squares(y, targets, g, rows * columns);
        }
        A room = losses;
        A shares = factors;
        if (classesOf != targets || room == null || shares == null) {
            double[] numbers = loops.numbers(targets, rows);
            classes = new int[rows];
            for (int i = 0; i < rows; i++) {
                classes[i] = (int) numbers[i];
            }
            classesOf = targets;
            room = loops.of(new double[rows]);
            losses = room;
            shares = loops.of(new double[rows]);
            factors = shares;
        }
        return loops.crossEntropy(y, classes, g, room, shares, columns);
    }

    @Override
    public void sgd(double rate, A w, A g, int n) {
        loops.sgd(rate, w, g, n);
    }

    @Override
    public void adam(double rate, long t, A w, A g, A m, A v, int n) {
        double step = rate / (1 - Math.pow(LoopKernels.BETA1, t));
        double root = Math.sqrt(1 - Math.pow(LoopKernels.BETA2, t));
        loops.adam(LoopKernels.BETA1, LoopKernels.BETA2, step, root, LoopKernels.EPS, w, g, m, v, n);
    }
}
