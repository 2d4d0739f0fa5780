package org.wengert.tape;

import org.wengert.op.Binary;
import org.wengert.op.Unary;

/**
 * The loops over arrays. Arguments have been checked. A method named for a gradient adds to it; sums are added up in
 * index order.
 */
interface Kernels {
    /** The name that settings and reports use. */
    String name();

    /** {@code y = f(x)}. */
    void unary(Unary op, Span x, Span y, int n);

    /** {@code gx += gy f'(x)}. */
    void unaryGradient(Unary op, Span x, Span y, Span gy, Span gx, int n);

    /** {@code y = f(a, b)}. */
    void binary(Binary op, Span a, Span b, Span y, int n);

    /** {@code ga += gy df/da}. */
    void leftGradient(Binary op, Span a, Span b, Span y, Span gy, Span ga, int n);

    /** {@code gb += gy df/db}. */
    void rightGradient(Binary op, Span a, Span b, Span y, Span gy, Span gb, int n);

    /** {@code y += x}. */
    void add(Span x, Span y, int n);

    /**
     * {@code c += a b} for row-major matrices, {@code a} being {@code [m, k]}, {@code b} {@code [k, n]} and {@code c}
     * {@code [m, n]}.
     *
     * @param transposeA whether {@code a} is stored as {@code [k, m]}
     * @param transposeB whether {@code b} is stored as {@code [n, k]}
     */
    void product(boolean transposeA, boolean transposeB, int m, int k, int n, Span a, Span b, Span c);
}
