package org.wengert.tape;

/**
 * The loops of one operation on two numbers, over whole vectors only: {@code n} is a multiple of their length.
 *
 * @param value {@code y = f(a, b)}
 * @param left {@code s = df/da}
 * @param right {@code s = df/db}
 * @param <A> the array type of the precision
 */
record BinaryLoops<A>(Value<A> value, Slope<A> left, Slope<A> right) {
    /** {@code y = f(a, b)}. */
    @FunctionalInterface
    interface Value<A> {
        void run(A a, int aAt, A b, int bAt, A y, int yAt, int n);
    }

    /** A partial derivative, where {@code y} is {@code f(a, b)}; written from the beginning of {@code s}. */
    @FunctionalInterface
    interface Slope<A> {
        void run(A a, int aAt, A b, int bAt, A y, int yAt, A s, int n);
    }
}
