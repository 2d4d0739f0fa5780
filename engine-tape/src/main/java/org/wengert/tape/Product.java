package org.wengert.tape;

/**
 * A matrix product; see {@link Kernels#product}.
 *
 * @param <A> the array type of the precision
 */
@FunctionalInterface
interface Product<A> {
    /** {@code c (+)= a b}. */
    void run(
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
