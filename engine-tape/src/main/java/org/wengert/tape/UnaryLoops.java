package org.wengert.tape;

import java.util.List;
import org.wengert.op.Unary;

/**
 * The loops of one operation on one number, over whole vectors only: {@code n} is a multiple of their length, and at most
 * {@link Float64Stretch#PIECE}.
 *
 * <p>A function of many operations is cut into several loops, each of which leaves its results to the next. The compiler
 * inlines only so much into one method, and where the limit cuts a formula off, every vector becomes an object; so loops
 * must not be inlined into one another. That is why they are called from one place, through an interface of which that
 * place has seen too many classes.
 *
 * @param value {@code to = f(x)}
 * @param slope {@code to = f'(x)}
 * @param <A> the array type of the precision
 */
record UnaryLoops<A>(List<Loop<A>> value, List<Loop<A>> slope) {
    /** One loop, perhaps one of several. */
    @FunctionalInterface
    interface Loop<A> {
        /**
         * Runs once through the arrays.
         *
         * @param y  {@code f(x)} for slopes; for values the same as {@code to}
         * @param to where results go
         */
        void run(Unary op, A x, int xAt, A y, int yAt, A to, int toAt, int n);
    }

    /** All loops, one after the other. */
    static <A> void run(List<Loop<A>> loops, Unary op, A x, int xAt, A y, int yAt, A to, int toAt, int n) {
        for (int i = 0; i < loops.size(); i++) {
            loops.get(i).run(op, x, xAt, y, yAt, to, toAt, n);
        }
    }
}
