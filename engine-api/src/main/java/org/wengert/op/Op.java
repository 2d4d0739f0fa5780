package org.wengert.op;

import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * An operation that can be differentiated: its name, how many operands it takes and the shape of its result. What it
 * computes is data in {@link Unary} and {@link Binary}, and up to each engine in {@link Structural}.
 */
public sealed interface Op permits Unary, Binary, Structural {
    /** The arity of an operation that takes one operand or more. */
    int VARIADIC = -1;

    /** The name that errors and files use, as in the fluent method: {@code matmul}. */
    String name();

    /** The text that a drawing shows: {@code +}, {@code **2}, {@code tanh}. */
    default String symbol() {
        return name();
    }

    /** How many operands there are, or {@link #VARIADIC}. */
    int arity();

    /**
     * The shape of the result.
     *
     * @param operands as many shapes as the arity says
     * @throws ShapeException if the operands do not fit together
     */
    Shape shape(Shape... operands);
}
