package org.wengert.spi;

import java.util.Arrays;
import java.util.List;
import org.wengert.Engine;
import org.wengert.RowReader;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ArityException;
import org.wengert.error.CapacityException;
import org.wengert.error.ClosedEngineException;
import org.wengert.error.ForeignValueException;
import org.wengert.error.NotRecordedException;
import org.wengert.error.NotScalarException;
import org.wengert.error.ShapeException;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * What every engine does alike: the checks at the border, with the same errors everywhere, and the nesting of scopes.
 * An engine is left with five methods, whose arguments have been checked. Their failure must leave everything as it
 * was.
 */
public abstract class AbstractEngine implements Engine {
    private final String name;
    private Frame frame = new Frame(this, null, true);
    private boolean open = true;

    /** An open engine that answers to this name. */
    protected AbstractEngine(String name) {
        this.name = name;
    }

    /** A value without gradient; {@code data} fills the shape and must be copied. */
    protected abstract Value newConstant(Shape shape, double[] data);

    /**
     * {@link #newConstant(Shape, double[])} of rows that are yet to be read, of a shape that has some. They may use this
     * engine, and throw. This one gathers them first; an engine may spare itself that.
     */
    protected Value newConstant(Shape shape, RowReader rows) {
        return newConstant(shape, rows.readAll(shape));
    }

    /** A leaf with gradient, outliving scopes; {@code data} fills the shape and must be copied. */
    protected abstract Variable newVariable(Shape shape, double[] data);

    /**
     * The result of an operation on values of this engine.
     *
     * @param operands in order, repeats kept; the array is neither to be kept nor changed, for it may be the caller's own
     * @param shape    the result's shape, by the operation's own rule
     * @param record   whether the result must know its operation and operands
     */
    protected abstract Value compute(Op op, Value[] operands, Shape shape, boolean record);

    /** Adds {@code d(sum(seed * root))/dv} to each variable v and gives every other recorded value its derivative. */
    protected abstract void differentiate(Value root, double[] seed);

    /**
     * Moves a variable and its states, which fit together, by a rule. This one computes operation by operation and sets
     * nothing before all is computed; an engine may know a shorter way to the same numbers.
     */
    protected void move(UpdateRule rule, Variable variable, List<Variable> state, double... numbers) {
        try (Scope scope = inference()) {
            Value[] constants = Arrays.stream(numbers).mapToObj(this::constant).toArray(Value[]::new);
            Value[] next = rule.next(variable, variable.grad(), state.toArray(new Value[0]), constants);
            checkResults(next.length, state.size());
            double[][] data = new double[next.length][];
            for (int i = 0; i < next.length; i++) {
                checkOwn("update", next[i]);
                data[i] = spread(next[i], variable.shape());
            }
            variable.set(data[0]);
            for (int i = 0; i < state.size(); i++) {
                state.get(i).set(data[i + 1]);
            }
        }
    }

    /** Moves several variables, each with as many states as the others; this one moves one after another. */
    protected void move(
            UpdateRule rule,
            List<? extends Variable> variables,
            List<? extends List<? extends Variable>> states,
            double... numbers) {
        for (int i = 0; i < variables.size(); i++) {
            move(rule, variables.get(i), List.copyOf(states.get(i)), numbers);
        }
    }

    /** The numbers of a rule's result, which may be a single one that stands for all. */
    private static double[] spread(Value result, Shape shape) {
        if (!result.shape().isScalar() && !result.shape().equals(shape)) {
            throw new ShapeException(
                    "update: shapes differ: the variable has " + shape + ", the rule gave " + result.shape());
        }
        double[] numbers = result.data();
        double[] all = new double[shape.size()];
        Arrays.setAll(all, i -> numbers[numbers.length == 1 ? 0 : i]);
        return all;
    }

    /** What is recorded now and how much room it takes, for the error when there is none left; empty if not known. */
    protected String usage() {
        return "";
    }

    /** Called when a scope has opened. */
    protected void opened() {}

    /** Called when the innermost scope has closed: nothing made since the matching {@link #opened} will be used. */
    protected void closed() {}

    /** Called when the engine has closed, after {@link #closed} for each open scope. */
    protected void shutDown() {}

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Value constant(Shape shape, double... data) {
        requireOpen("constant");
        checkNumbers("constant", shape, data);
        try {
            return newConstant(shape, data);
        } catch (OutOfMemoryError | CapacityException e) {
            throw full("constant", shape, e);
        }
    }

    @Override
    public final Value constant(Shape shape, RowReader rows) {
        requireOpen("constant");
        RowReader.width(shape); // refuses what has none
        try {
            return newConstant(shape, rows);
        } catch (OutOfMemoryError | CapacityException e) {
            throw full("constant", shape, e);
        }
    }

    @Override
    public final Variable variable(Shape shape, double... data) {
        requireOpen("variable");
        checkNumbers("variable", shape, data);
        try {
            return newVariable(shape, data);
        } catch (OutOfMemoryError | CapacityException e) {
            throw full("variable", shape, e);
        }
    }

    @Override
    public final Value apply(Op op, List<Value> operands) {
        return apply(op, operands.toArray(new Value[0]));
    }

    // Operands go on in an array: what is taken out of a list must be shown to be a value each time. For an interface,
    // of which a value has several, that can take longer than a small operation.

    @Override
    public final Value apply(Op op, Value... operands) {
        if (!open) {
            requireOpen(op.name());
        }
        checkArity(op, operands.length);
        for (Value operand : operands) {
            if (!isUsable(operand)) {
                checkOwn(op.name(), operand);
            }
        }
        Shape shape = shape(op, operands);
        try {
            return compute(op, operands, shape, frame.recording);
        } catch (OutOfMemoryError | CapacityException e) {
            throw full(op.name(), shape, e);
        }
    }

    /** Says what there was no room for, and what takes it up. */
    protected final CapacityException full(String operation, Shape shape, Throwable cause) {
        return new CapacityException(
                operation + ": no room for " + (operation.equals("backward") ? "gradients of a root" : "a result")
                        + " of shape " + shape + ": "
                        + (cause instanceof OutOfMemoryError ? "out of memory" : cause.getMessage()) + held()
                        + "; close scopes when their values are no longer needed, take smaller batches, or give java"
                        + " more memory with -Xmx",
                cause);
    }

    private String held() {
        String usage = usage();
        return usage.isEmpty() ? "" : " while " + usage;
    }

    private static Shape shape(Op op, Value... operands) {
        if (op instanceof Unary) {
            return shape(operands[0]);
        }
        if (op instanceof Binary) {
            return Shape.broadcast(op.name(), shape(operands[0]), shape(operands[1]));
        }
        Shape[] shapes = new Shape[operands.length];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = shape(operands[i]);
        }
        return op.shape(shapes);
    }

    /** By the class, which all values of engines have in common and which is found faster than the interface. */
    private static Shape shape(Value own) {
        return ((AbstractValue) own).shape();
    }

    @Override
    public final void backward(Value root, double... seed) {
        requireOpen("backward");
        checkOwn("backward", root);
        // An array of no numbers has a seed of none.
        if (seed.length == 0 && !root.shape().isScalar() && root.shape().size() != 0) {
            throw new NotScalarException("backward: the root must be a single number of shape []: its shape is "
                    + root.shape() + "; take its sum or mean first, or pass a seed of "
                    + root.shape().size()
                    + " numbers");
        }
        if (seed.length != 0) {
            checkNumbers("backward", root.shape(), seed);
        }
        if (!((AbstractValue) root).isRecorded()) {
            throw new NotRecordedException("backward: the root was computed in an inference scope, which records"
                    + " nothing: compute it in an ordinary scope to differentiate it");
        }
        try {
            differentiate(root, seed.length == 0 && root.shape().isScalar() ? new double[] {1} : seed);
        } catch (OutOfMemoryError | CapacityException e) {
            throw full("backward", root.shape(), e);
        }
    }

    @Override
    public final void update(UpdateRule rule, Variable variable, List<? extends Variable> state, double... numbers) {
        requireOpen("update");
        checkUpdate(variable, state);
        move(rule, variable, List.copyOf(state), numbers);
    }

    @Override
    public final void update(
            UpdateRule rule,
            List<? extends Variable> variables,
            List<? extends List<? extends Variable>> states,
            double... numbers) {
        requireOpen("update");
        if (variables.size() != states.size()) {
            throw new ArityException("update: states are needed for each variable: there are " + variables.size()
                    + " variables, got states for " + states.size());
        }
        for (int i = 0; i < variables.size(); i++) {
            checkUpdate(variables.get(i), states.get(i));
            if (states.get(i).size() != states.get(0).size()) {
                throw new ArityException("update: each variable must have as many states as the others: the first has "
                        + states.get(0).size() + ", variable " + i + " has "
                        + states.get(i).size());
            }
        }
        if (!variables.isEmpty()) {
            move(rule, variables, states, numbers);
        }
    }

    private void checkUpdate(Variable variable, List<? extends Variable> state) {
        checkOwn("update", variable);
        for (int i = 0; i < state.size(); i++) {
            Variable other = state.get(i);
            checkOwn("update", other);
            if (!other.shape().equals(variable.shape())) {
                throw new ShapeException(
                        "update: shapes differ: the variable has " + variable.shape() + ", a state " + other.shape());
            }
        }
    }

    /** Refuses what a rule gave if it is not the variable and each state anew. */
    protected static void checkResults(int results, int states) {
        if (results != states + 1) {
            throw new ArityException("update: wrong number of results: the rule must give the variable and " + states
                    + " states anew, got " + results + " values");
        }
    }

    @Override
    public final Scope scope() {
        return open(frame.recording);
    }

    @Override
    public final Scope inference() {
        return open(false);
    }

    private Scope open(boolean recording) {
        requireOpen("scope");
        frame = new Frame(this, frame, recording);
        opened();
        return frame;
    }

    void close(Frame closing) {
        while (closing.isOpen()) {
            frame.markClosed();
            if (frame.outer == null) {
                break;
            }
            frame = frame.outer;
            closed();
        }
    }

    @Override
    public final boolean isOpen() {
        return open;
    }

    @Override
    public final void close() {
        if (open) {
            open = false;
            close(outermostFrame());
            shutDown();
        }
    }

    /** The scope that a value made now belongs to. */
    final Frame frame() {
        return frame;
    }

    /** The outermost scope, which closes with the engine. */
    final Frame outermostFrame() {
        Frame outermost = frame;
        while (outermost.outer != null) {
            outermost = outermost.outer;
        }
        return outermost;
    }

    /** Whether what is made now is recorded. */
    protected final boolean isRecording() {
        return frame.recording;
    }

    /** The scope that is open now, which at first is the engine's own. */
    protected final Scope innermostScope() {
        return frame;
    }

    final void requireOpen(String operation) {
        if (!open) {
            throw new ClosedEngineException(
                    operation + ": the engine '" + name + "' is closed: open one for as long as its values are used");
        }
    }

    static void checkNumbers(String operation, Shape shape, double[] data) {
        if (data.length != shape.size()) {
            throw new ShapeException(operation + ": numbers do not fill the shape: " + shape + " holds " + shape.size()
                    + ", got " + data.length);
        }
    }

    private static void checkArity(Op op, int operands) {
        int arity = op.arity();
        if (arity == Op.VARIADIC ? operands == 0 : operands != arity) {
            throw new ArityException(op.name() + ": wrong number of operands: it takes "
                    + (arity == Op.VARIADIC ? "one or more" : arity) + ", got " + operands);
        }
    }

    private boolean isUsable(Value operand) {
        return operand instanceof AbstractValue && ((AbstractValue) operand).isUsableIn(this);
    }

    /** Refuses what is not a usable value of this engine. */
    final void checkOwn(String operation, Value operand) {
        if (isUsable(operand)) {
            return;
        }
        if (!(operand instanceof AbstractValue) || ((AbstractValue) operand).engine() != this) {
            throw new ForeignValueException(operation + ": a value of another engine: this is engine '" + name
                    + "', the value" + (operand.label().isEmpty() ? "" : " '" + operand.label() + "'")
                    + " belongs to " + (operand.engine().name().equals(name) ? "another '" : "'")
                    + operand.engine().name() + "'; carry numbers over with constant(shape, data)");
        }
        ((AbstractValue) operand).requireUsable(operation);
    }
}
