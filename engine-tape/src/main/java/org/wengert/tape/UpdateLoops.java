package org.wengert.tape;

/**
 * The loops that the formulas of optimisers are made of, in one precision. The result of each operation is rounded, and
 * {@code y} may be any of the arrays that are read.
 *
 * @param <A> the array type of the precision
 */
interface UpdateLoops<A> {
    /** {@code y = p a + q b}. */
    void weightedSum(double p, A a, int aAt, double q, A b, int bAt, A y, int yAt, int n);

    /** {@code y = p a + q (b b)}. */
    void weightedSquare(double p, A a, int aAt, double q, A b, int bAt, A y, int yAt, int n);

    /** {@code y = p w - q (a / (sqrt(v) + e))}. */
    void rootStep(double p, A w, int wAt, double q, A a, int aAt, A v, int vAt, double e, A y, int yAt, int n);
}
