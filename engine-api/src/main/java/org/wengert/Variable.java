package org.wengert;

import org.wengert.error.ShapeException;

/**
 * A leaf whose numbers can be set and whose gradient is kept: each {@code backward} adds the gradient of its root to
 * what is there, until {@link #zeroGrad()}. A variable belongs to its engine and outlives every scope.
 *
 * <p>Numbers are set in place. A recording that used the old numbers can no longer be differentiated:
 * {@code backward} through it throws {@link org.wengert.error.StaleValueException}.
 */
public interface Variable extends Value {
    /**
     * Copies these numbers in, in row-major order.
     *
     * @throws ShapeException if there are more or fewer than the shape holds
     */
    void set(double... data);

    /**
     * Copies the numbers of a value of the same engine and shape in; nothing is recorded.
     *
     * @throws ShapeException if the shapes differ
     */
    void set(Value value);

    /** Sets the gradient to zero. */
    void zeroGrad();

    @Override
    Variable label(String label);
}
