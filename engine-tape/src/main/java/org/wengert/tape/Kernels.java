package org.wengert.tape;

import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * The loops over arrays, in one precision. Arguments have been checked. An array argument is followed by the position
 * where it begins. Where there is an {@code add}, the result is added to what is there, else it overwrites it (which may
 * then be anything, NaN included). Sums are added up in index order.
 *
 * @param <A> the array type of the precision: {@code double[]} or {@code float[]}
 */
interface Kernels<A> {
    /** The name that settings and reports use: {@code plain} or {@code vector}. */
    String name();

    /** The precision as settings name it: {@code float64} or {@code float32}. */
    String precision();

    /** Kernels of the same kind for one more thread, as an instance serves one at a time. */
    Kernels<A> another();

    /** The kernels for an operation: these, or others that need not be compiled for a second first. */
    Kernels<A> suited(Op op);

    /** A new array of zeros. */
    A allocate(int n);

    /** A copy of an array's first {@code kept} numbers in a new one of {@code n}. */
    A resized(A x, int kept, int n);

    /** Rounds the first {@code n} numbers of {@code x} into an array. */
    void put(double[] x, A y, int yAt, int n);

    /** Rounds numbers into an array. */
    default void put(double[] x, A y, int yAt) {
        put(x, y, yAt, x.length);
    }

    /** Reads as many numbers as {@code y} holds. */
    void get(A x, int xAt, double[] y);

    /** Reads one number. */
    double get(A x, int at);

    /** {@code y (+)= value}, for each. */
    void spread(double value, A y, int yAt, int n, boolean add);

    /** {@code y (+)= x}. */
    void copy(A x, int xAt, A y, int yAt, int n, boolean add);

    /** {@code y = f(x)}. */
    void unary(Unary op, A x, int xAt, A y, int yAt, int n);

    /** {@code gx (+)= g f'(x)}, where {@code y} is {@code f(x)}. */
    void unaryGradient(Unary op, A x, int xAt, A y, int yAt, A g, int gAt, A gx, int gxAt, int n, boolean add);

    /** Whether {@link #unaryAndSlope} can be asked for: always the same for an operation. */
    boolean givesSlope(Unary op);

    /**
     * {@code y = f(x)} and {@code s = f'(x)}, where what both are made of is computed once. The product {@code g s} has the
     * bits of {@link #unaryGradient}; {@code s} may be {@code x}.
     */
    void unaryAndSlope(Unary op, A x, int xAt, A y, int yAt, A s, int sAt, int n);

    /** {@code y[r] = a[r] + b} for {@code rows} rows of {@code n} numbers each. */
    void addRow(A a, int aAt, A b, int bAt, A y, int yAt, int rows, int n);

    /** {@code y (+)= sum over r of x[r]} for {@code rows} rows of {@code n} numbers each, one after another. */
    void sumRows(A x, int xAt, int rows, int n, A y, int yAt, boolean add);

    /**
     * {@code y = f(a, b)}. An operand's step is 1, or 0 if its one number stands for all.
     */
    void binary(Binary op, A a, int aAt, int aStep, A b, int bAt, int bStep, A y, int yAt, int n);

    /** What updates are made of. */
    UpdateLoops<A> updates();

    /** {@code ga (+)= g df/da}; with {@code aStep} 0, the sum over all into the one number. */
    void leftGradient(
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
            boolean add);

    /** {@code gb (+)= g df/db}; with {@code bStep} 0, the sum over all into the one number. */
    void rightGradient(
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
            boolean add);

    /** {@code sum of x}, in index order, added up in double precision or the array's own (say which). */
    double sum(A x, int xAt, int n);

    /**
     * {@code sum of x^2}, each square rounded, added up like {@link #sum}; leaves the slopes {@code 2 x} in the place of
     * {@code x}.
     */
    double squares(A x, int xAt, int n);

    /** {@code y[i] = x[sources[i]]} for all sources. */
    void gather(A x, int xAt, int[] sources, A y, int yAt);

    /** {@code gx[sources[i]] += g[i]} for all sources. */
    void scatterAdd(A g, int gAt, int[] sources, A gx, int gxAt);

    /** {@code loss[r] = -ln softmax(x[r])[targets[r]]} for rows of {@code classes} numbers. */
    void crossEntropy(A x, int xAt, int classes, int[] targets, A loss, int lossAt);

    /** {@code gx[r] (+)= g[r] (softmax(x[r]) - onehot(targets[r]))}. */
    void crossEntropyGradient(A x, int xAt, int classes, int[] targets, A g, int gAt, A gx, int gxAt, boolean add);

    /**
     * {@code c (+)= a b} for row-major matrices, {@code a} being {@code [m, k]}, {@code b} {@code [k, n]} and {@code c}
     * {@code [m, n]}.
     *
     * @param transposeA whether {@code a} is stored as {@code [k, m]}
     * @param transposeB whether {@code b} is stored as {@code [n, k]}
     */
    void product(
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
            boolean add);
}
