package org.wengert.tape;

/**
 * How an array operation is computed, and how its adjoint goes back to its operands.
 *
 * @param <A> the array type of the precision
 */
interface Rule<A> {
    /** Fills in the result, whose numbers may be anything before. */
    void forward(ArrayValue<A> y);

    /** Gives each live operand its share of the result's adjoint; asks no other for its adjoint. */
    void backward(ArrayValue<A> y);
}
