package org.wengert.tape;

import org.wengert.op.Unary;

/**
 * The loops of one operation on one number, over whole vectors only: {@code n} is a multiple of their length.
 *
 * @param value {@code y = f(x)}
 * @param slope {@code s = f'(x)}
 * @param <A> the array type of the precision
 */
record UnaryLoops<A>(Value<A> value, Slope<A> slope) {
    /** {@code y = f(x)}. */
    @FunctionalInterface
    interface Value<A> {
        void run(Unary op, A x, int xAt, A y, int yAt, int n);
    }

    /** {@code s = f'(x)}, where {@code y} is {@code f(x)}; written from the beginning of {@code s}. */
    @FunctionalInterface
    interface Slope<A> {
        void run(Unary op, A x, int xAt, A y, int yAt, A s, int n);
    }
}
