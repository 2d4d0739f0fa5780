package org.wengert;

import java.util.List;
import java.util.Optional;
import org.wengert.error.NotScalarException;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Structural;
import org.wengert.op.Unary;

/**
 * An array of numbers in one engine, what it was made of, and its gradient. A single number has shape {@code []}.
 * Values do not change, but for the {@link Variable}s among them. Two handles to the same recorded value are equal.
 *
 * <p>A value lives as long as the {@link Scope} it was made in, and is used from one thread at a time.
 *
 * <p>Every operation here throws {@link org.wengert.error.ShapeException} for operands that do not fit,
 * {@link org.wengert.error.ForeignValueException} for a value of another engine,
 * {@link org.wengert.error.ClosedScopeException} and {@link org.wengert.error.ClosedEngineException} for what is over.
 */
public non-sealed interface Value extends Elementwise, Arrayed {
    /** The engine that computes with this value. */
    Engine engine();

    @Override
    Shape shape();

    /** The numbers in row-major order, as a copy. */
    double[] data();

    /**
     * The one number of a value of size 1, whatever its rank.
     *
     * @throws NotScalarException if there are more or fewer
     */
    double item();

    /**
     * The derivative of a root by this value, as a constant of the same shape. Of a {@link Variable}, the sum over all
     * {@code backward} calls since its gradient was last zeroed; of any other recorded value, that of the engine's
     * latest {@code backward} alone. Zero where the root does not depend on it, and always for a constant.
     */
    Value grad();

    /** The operation that made this; none for variables, constants and what was made without recording. */
    Optional<Op> op();

    /** The operands of that operation, in order, repeats kept. */
    List<Value> operands();

    /** A name for drawings and messages, empty unless given, and once the value is over. It never changes a number. */
    String label();

    /** Gives a name; returns this. */
    Value label(String label);

    /**
     * Computes the derivative of this single number by everything it was made of; see {@link #grad()}. It may be called
     * again on the same recording.
     *
     * @throws NotScalarException if this is not of shape []: take a sum or mean first, or pass a seed
     * @throws org.wengert.error.NotRecordedException if this was made in an inference scope
     * @throws org.wengert.error.StaleValueException if a variable it was made of has been set since
     */
    default void backward() {
        engine().backward(this);
    }

    /**
     * Like {@link #backward()} for the scalar {@code sum(seed * this)}, so that arrays can be differentiated.
     *
     * @param seed the upstream gradient in row-major order, one number for each of this
     */
    default void backward(double... seed) {
        engine().backward(this, seed);
    }

    @Override
    default Value apply(Unary op) {
        return engine().apply(op, List.of(this));
    }

    @Override
    default Value apply(Binary op, Value right) {
        return engine().apply(op, List.of(this, right));
    }

    @Override
    default Value apply(Structural op, Value... others) {
        Value[] operands = new Value[others.length + 1];
        operands[0] = this;
        System.arraycopy(others, 0, operands, 1, others.length);
        return engine().apply(op, operands);
    }

    @Override
    default Value constantLike(double number) {
        return engine().constant(number);
    }
}
