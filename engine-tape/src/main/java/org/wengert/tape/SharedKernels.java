package org.wengert.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * Kernels whose long loops are shared among threads, each part with kernels of its own. Only loops whose results are
 * computed each by itself are cut, so that no bit depends on the number of threads; short loops, and sums, run on the
 * caller alone.
 *
 * @param <A> the array type of the precision
 */
final class SharedKernels<A> implements Kernels<A> {
    /** Numbers from which a second thread saves more than it costs. */
    private static final int LONG = 1 << 15;

    /** Parts begin at multiples of so many numbers, for the sake of vectors and cache lines. */
    private static final int GRAIN = 512;

    private final Workers workers;
    private final List<Kernels<A>> crew;
    private final Kernels<A> first;

    /** What {@link #suited} gave last beside this. */
    private @Nullable SharedKernels<A> others;

    private SharedKernels(Workers workers, List<Kernels<A>> crew) {
        this.workers = workers;
        this.crew = crew;
        first = crew.get(0);
    }

    /** Kernels over these, or these themselves where there is one thread only. */
    static <A> Kernels<A> of(Workers workers, Kernels<A> kernels) {
        if (workers.threads() == 1) {
            return kernels;
        }
        List<Kernels<A>> crew = new ArrayList<>();
        crew.add(kernels);
        while (crew.size() < workers.threads()) {
            crew.add(kernels.another());
        }
        return new SharedKernels<>(workers, crew);
    }

    /** A part of a loop: from where on, and how many numbers or rows. */
    @FunctionalInterface
    private interface Part<A> {
        void run(Kernels<A> kernels, int start, int count);
    }

    private void share(int n, int grain, Part<A> part) {
        int parts = crew.size();
        int grains = (n + grain - 1) / grain;
        workers.run(parts, i -> {
            int start = cut(grains, i, parts) * grain;
            int end = Math.min(n, cut(grains, i + 1, parts) * grain);
            if (start < end) {
                part.run(crew.get(i), start, end - start);
            }
        });
    }

    private static int cut(int size, int part, int parts) {
        return (int) ((long) size * part / parts);
    }

    @Override
    public String name() {
        return first.name();
    }

    @Override
    public String precision() {
        return first.precision();
    }

    @Override
    public Kernels<A> another() {
        return first.another();
    }

    @Override
    public Kernels<A> suited(Op op) {
        Kernels<A> suited = first.suited(op);
        if (suited == first) {
            return this;
        }
        SharedKernels<A> known = others;
        if (known == null || known.first != suited) {
            List<Kernels<A>> theirs = new ArrayList<>();
            crew.forEach(kernels -> theirs.add(kernels.suited(op)));
            known = new SharedKernels<>(workers, theirs);
            others = known;
        }
        return known;
    }

    @Override
    public A allocate(int n) {
        return first.allocate(n);
    }

    @Override
    public A resized(A x, int kept, int n) {
        return first.resized(x, kept, n);
    }

    @Override
    public void put(double[] x, A y, int yAt, int n) {
        first.put(x, y, yAt, n);
    }

    @Override
    public void get(A x, int xAt, double[] y) {
        first.get(x, xAt, y);
    }

    @Override
    public double get(A x, int at) {
        return first.get(x, at);
    }

    @Override
    public void spread(double value, A y, int yAt, int n, boolean add) {
        if (n < LONG) {
            first.spread(value, y, yAt, n, add);
        } else {
            share(n, GRAIN, (kernels, i, count) -> kernels.spread(value, y, yAt + i, count, add));
        }
    }

    @Override
    public void copy(A x, int xAt, A y, int yAt, int n, boolean add) {
        if (n < LONG) {
            first.copy(x, xAt, y, yAt, n, add);
        } else {
            share(n, GRAIN, (kernels, i, count) -> kernels.copy(x, xAt + i, y, yAt + i, count, add));
        }
    }

    @Override
    public void unary(Unary op, A x, int xAt, A y, int yAt, int n) {
        if (n < LONG) {
            first.unary(op, x, xAt, y, yAt, n);
        } else {
            share(n, GRAIN, (kernels, i, count) -> kernels.unary(op, x, xAt + i, y, yAt + i, count));
        }
    }

    @Override
    public void unaryGradient(Unary op, A x, int xAt, A y, int yAt, A g, int gAt, A gx, int gxAt, int n, boolean add) {
        if (n < LONG) {
            first.unaryGradient(op, x, xAt, y, yAt, g, gAt, gx, gxAt, n, add);
        } else {
            share(
                    n,
                    GRAIN,
                    (kernels, i, count) ->
                            kernels.unaryGradient(op, x, xAt + i, y, yAt + i, g, gAt + i, gx, gxAt + i, count, add));
        }
    }

    @Override
    public boolean givesSlope(Unary op) {
        return first.givesSlope(op);
    }

    @Override
    public void unaryAndSlope(Unary op, A x, int xAt, A y, int yAt, A s, int sAt, int n) {
        if (n < LONG) {
            first.unaryAndSlope(op, x, xAt, y, yAt, s, sAt, n);
        } else {
            share(
                    n,
                    GRAIN,
                    (kernels, i, count) -> kernels.unaryAndSlope(op, x, xAt + i, y, yAt + i, s, sAt + i, count));
        }
    }

    @Override
    public void addRow(A a, int aAt, A b, int bAt, A y, int yAt, int rows, int n) {
        if ((long) rows * n < LONG) {
            first.addRow(a, aAt, b, bAt, y, yAt, rows, n);
        } else {
            share(rows, 1, (kernels, r, count) -> kernels.addRow(a, aAt + r * n, b, bAt, y, yAt + r * n, count, n));
        }
    }

    @Override
    public void sumRows(A x, int xAt, int rows, int n, A y, int yAt, boolean add) {
        first.sumRows(x, xAt, rows, n, y, yAt, add);
    }

    @Override
    public void binary(Binary op, A a, int aAt, int aStep, A b, int bAt, int bStep, A y, int yAt, int n) {
        if (n < LONG) {
            first.binary(op, a, aAt, aStep, b, bAt, bStep, y, yAt, n);
        } else {
            share(
                    n,
                    GRAIN,
                    (kernels, i, count) -> kernels.binary(
                            op, a, aAt + i * aStep, aStep, b, bAt + i * bStep, bStep, y, yAt + i, count));
        }
    }

    @Override
    public UpdateLoops<A> updates() {
        return first.updates();
    }

    @Override
    public void leftGradient(
            Binary op,
            A a,
            int aAt,
            int aStep,
            A b,
            int bAt,
            int bStep,
            A y,
            int yAt,
            A g,
            int gAt,
            A ga,
            int gaAt,
            int n,
            boolean add) {
        if (n < LONG || aStep == 0) {
            first.leftGradient(op, a, aAt, aStep, b, bAt, bStep, y, yAt, g, gAt, ga, gaAt, n, add);
        } else {
            share(
                    n,
                    GRAIN,
                    (kernels, i, count) -> kernels.leftGradient(
                            op,
                            a,
                            aAt + i,
                            aStep,
                            b,
                            bAt + i * bStep,
                            bStep,
                            y,
                            yAt + i,
                            g,
                            gAt + i,
                            ga,
                            gaAt + i,
                            count,
                            add));
        }
    }

    @Override
    public void rightGradient(
            Binary op,
            A a,
            int aAt,
            int aStep,
            A b,
            int bAt,
            int bStep,
            A y,
            int yAt,
            A g,
            int gAt,
            A gb,
            int gbAt,
            int n,
            boolean add) {
        if (n < LONG || bStep == 0) {
            first.rightGradient(op, a, aAt, aStep, b, bAt, bStep, y, yAt, g, gAt, gb, gbAt, n, add);
        } else {
            share(
                    n,
                    GRAIN,
                    (kernels, i, count) -> kernels.rightGradient(
                            op,
                            a,
                            aAt + i * aStep,
                            aStep,
                            b,
                            bAt + i,
                            bStep,
                            y,
                            yAt + i,
                            g,
                            gAt + i,
                            gb,
                            gbAt + i,
                            count,
                            add));
        }
    }

    @Override
    public double sum(A x, int xAt, int n) {
        return first.sum(x, xAt, n);
    }

    @Override
    public double squares(A x, int xAt, int n) {
        return first.squares(x, xAt, n);
    }

    @Override
    public void gather(A x, int xAt, int[] sources, A y, int yAt) {
        first.gather(x, xAt, sources, y, yAt);
    }

    @Override
    public void scatterAdd(A g, int gAt, int[] sources, A gx, int gxAt) {
        first.scatterAdd(g, gAt, sources, gx, gxAt);
    }

    @Override
    public void crossEntropy(A x, int xAt, int classes, int[] targets, A loss, int lossAt) {
        if ((long) targets.length * classes < LONG) {
            first.crossEntropy(x, xAt, classes, targets, loss, lossAt);
        } else {
            share(
                    targets.length,
                    1,
                    (kernels, r, count) -> kernels.crossEntropy(
                            x, xAt + r * classes, classes, some(targets, r, count), loss, lossAt + r));
        }
    }

    @Override
    public void crossEntropyGradient(
            A x, int xAt, int classes, int[] targets, A g, int gAt, A gx, int gxAt, boolean add) {
        if ((long) targets.length * classes < LONG) {
            first.crossEntropyGradient(x, xAt, classes, targets, g, gAt, gx, gxAt, add);
        } else {
            share(
                    targets.length,
                    1,
                    (kernels, r, count) -> kernels.crossEntropyGradient(
                            x,
                            xAt + r * classes,
                            classes,
                            some(targets, r, count),
                            g,
                            gAt + r,
                            gx,
                            gxAt + r * classes,
                            add));
        }
    }

    private static int[] some(int[] targets, int from, int count) {
        return Arrays.copyOfRange(targets, from, from + count);
    }

    @Override
    public void product(
            boolean transposeA,
            boolean transposeB,
            int m,
            int k,
            int n,
            A a,
            int aAt,
            A b,
            int bAt,
            A c,
            int cAt,
            boolean add) {
        first.product(transposeA, transposeB, m, k, n, a, aAt, b, bAt, c, cAt, add);
    }
}
