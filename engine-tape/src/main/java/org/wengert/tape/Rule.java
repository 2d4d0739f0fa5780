package org.wengert.tape;

import org.wengert.Shape;
import org.wengert.op.Op;

/**
 * How an array operation is computed, and how its adjoint goes back to its operands.
 *
 * @param <A> the array type of the precision
 */
interface Rule<A> {
    /** How many numbers it keeps beside the result, from forward to backward; see {@link ArrayValue#kept}. */
    default long kept(Op op, TapeValue<A>[] operands, Shape shape) {
        return 0;
    }

    /** Fills in the result, whose numbers may be anything before. */
    void forward(ArrayValue<A> y);

    /** Gives each live operand its share of the result's adjoint; asks no other for its adjoint. */
    void backward(ArrayValue<A> y);
}
