package org.wengert;

import java.util.List;
import org.wengert.error.ShapeException;
import org.wengert.op.Concat;
import org.wengert.op.Op;

/**
 * Computes values and their gradients. An engine is opened, used from one thread at a time, and closed; any number of
 * them, of one kind or several, can be open side by side. Those who write one start from
 * {@link org.wengert.spi.AbstractEngine}.
 *
 * <p>Results do not depend on anything but the program: the same calls give the same bits in every run.
 */
public interface Engine extends AutoCloseable {
    /** The name by which it is chosen. */
    String name();

    /** Its settings in words, for reports: precision, kernels, threads. */
    String description();

    /**
     * A value that gets no gradient.
     *
     * @param data in row-major order, copied
     * @throws ShapeException if there are more or fewer numbers than the shape holds
     */
    Value constant(Shape shape, double... data);

    /**
     * A value that gets no gradient, its rows read one after another, each once. An engine may read them straight to where it
     * keeps them, a few at a time.
     *
     * @throws ShapeException if the shape is [], which has no rows
     */
    default Value constant(Shape shape, RowReader rows) {
        return constant(shape, rows.readAll(shape));
    }

    /**
     * A leaf whose gradient is kept; it lives as long as the engine.
     *
     * @param data in row-major order, copied
     * @throws ShapeException if there are more or fewer numbers than the shape holds
     */
    Variable variable(Shape shape, double... data);

    /**
     * The result of an operation, recorded unless an inference scope is open. All operations end here.
     *
     * @throws org.wengert.error.ArityException if there are more or fewer operands than the operation takes
     * @throws ShapeException if they do not fit together
     * @throws org.wengert.error.ForeignValueException if one belongs to another engine
     */
    Value apply(Op op, List<Value> operands);

    /** {@link Value#backward(double...)}; without a seed the root must have shape [] and the seed is 1. */
    void backward(Value root, double... seed);

    /** Opens a scope: what is made until it closes is forgotten then. */
    Scope scope();

    /** Opens a scope in which nothing is recorded: values are computed, but have no gradient and no operands. */
    Scope inference();

    /** Whether the engine can be used. */
    boolean isOpen();

    /** Frees everything; whatever belongs to this engine is refused from then on. Closing twice does nothing. */
    @Override
    void close();

    /**
     * Moves a variable by a rule; nothing is recorded, and gradients stay as they are.
     *
     * @param rule     the formula, which gives the variable and each state new numbers
     * @param variable what moves
     * @param state    what the rule remembers of it, variables of the same shape; one that stands twice, or is the variable
     *     itself, becomes what the rule gives last
     * @param numbers  the constants of this step
     * @throws ShapeException if the shapes of variable, states and results differ; nothing has moved then
     * @throws org.wengert.error.ArityException if the rule gives more or fewer results than there are states and one
     * @throws org.wengert.error.ForeignValueException if one belongs to another engine
     */
    void update(UpdateRule rule, Variable variable, List<? extends Variable> state, double... numbers);

    /**
     * Moves several variables by one rule, with the same numbers as one after another; an engine may be quicker at it.
     *
     * @param variables what moves; one that stands twice moves twice
     * @param states    for each of them what the rule remembers of it
     * @throws org.wengert.error.ArityException if there are more or fewer states than variables, or one variable has
     *     more of them than another; nothing has moved then, nor for what {@link #update(UpdateRule, Variable, List,
     *     double...)} refuses
     */
    default void update(
            UpdateRule rule,
            List<? extends Variable> variables,
            List<? extends List<? extends Variable>> states,
            double... numbers) {
        for (int i = 0; i < variables.size(); i++) {
            update(rule, variables.get(i), states.get(i), numbers);
        }
    }

    /** {@link #apply(Op, List)} for operands one by one. */
    default Value apply(Op op, Value... operands) {
        return apply(op, List.of(operands));
    }

    /** A single number that gets no gradient. */
    default Value constant(double number) {
        return constant(Shape.SCALAR, number);
    }

    /**
     * A matrix that gets no gradient.
     *
     * @throws ShapeException if the rows differ in length
     */
    default Value constant(double[][] rows) {
        return constant(Rows.shape("constant", rows), Rows.flatten(rows));
    }

    /** A single number whose gradient is kept. */
    default Variable variable(double number) {
        return variable(Shape.SCALAR, number);
    }

    /**
     * A matrix whose gradient is kept.
     *
     * @throws ShapeException if the rows differ in length
     */
    default Variable variable(double[][] rows) {
        return variable(Rows.shape("variable", rows), Rows.flatten(rows));
    }

    /** Values laid one after another along an axis; see {@link Concat}. */
    default Value concat(int axis, Value... parts) {
        return apply(new Concat(axis), parts);
    }
}
