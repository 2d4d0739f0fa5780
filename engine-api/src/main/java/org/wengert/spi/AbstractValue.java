package org.wengert.spi;

import java.util.Arrays;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.error.ClosedScopeException;
import org.wengert.error.NotScalarException;
import org.wengert.error.ShapeException;
import org.wengert.op.Binary;
import org.wengert.op.Structural;
import org.wengert.op.Unary;

/** What every value does alike: it belongs to a scope, is refused when that is closed, has a label and a text form. */
public abstract class AbstractValue implements Value {
    private static final int SHOWN = 8;

    // Not final: stores may not move past the end of a constructor that sets final fields, and C2 then puts the garbage
    // collector's barriers around those of subclasses. A value is used from one thread at a time.
    private Frame frame;

    /**
     * A value made now.
     *
     * @param permanent whether it belongs to the engine rather than to the scope now open, as variables do
     */
    protected AbstractValue(AbstractEngine engine, boolean permanent) {
        this(permanent ? engine.outermostFrame() : engine.frame());
    }

    /** A new handle to a value made in a scope that {@link AbstractEngine#innermostScope} gave then. */
    protected AbstractValue(Scope home) {
        frame = (Frame) home;
    }

    /** The numbers, as a copy; this value is usable. */
    protected abstract double[] read();

    /** The gradient, as a copy; this value is usable. */
    protected abstract double[] readGradient();

    /** Whether this has, or as a leaf needs, no recording: false for what an operation gave in an inference scope. */
    protected abstract boolean isRecorded();

    /** The scope this value was made in. */
    protected final Scope home() {
        return frame;
    }

    /** Whether the scope this was made in is still open. */
    protected final boolean isUsable() {
        return frame.isOpen();
    }

    @Override
    public final Engine engine() {
        return frame.engine();
    }

    @Override
    public Value apply(Unary op) {
        return frame.engine().apply(op, new Value[] {this});
    }

    @Override
    public Value apply(Binary op, Value right) {
        return frame.engine().apply(op, new Value[] {this, right});
    }

    @Override
    public Value apply(Structural op, Value... others) {
        Value[] operands = new Value[others.length + 1];
        operands[0] = this;
        for (int i = 0; i < others.length; i++) { // without the collector's barriers around an array that is copied
            operands[i + 1] = others[i];
        }
        return frame.engine().apply(op, operands);
    }

    @Override
    public double[] data() {
        requireUsable("data");
        return read();
    }

    @Override
    public double item() {
        requireUsable("item");
        if (shape().size() != 1) {
            throw new NotScalarException("item: a single number is needed: the value's shape is " + shape()
                    + ", which holds " + shape().size() + "; use data() for all of them");
        }
        return read()[0];
    }

    @Override
    public Value grad() {
        requireUsable("grad");
        return engine().constant(shape(), readGradient());
    }

    /** Whether this is a value of an engine and its scope is open. */
    final boolean isUsableIn(AbstractEngine engine) {
        return frame.engine() == engine && frame.isOpen();
    }

    /**
     * Refuses to go on with what is over.
     *
     * @throws org.wengert.error.ClosedEngineException if the engine is closed
     * @throws ClosedScopeException if the scope this was made in is closed
     */
    protected final void requireUsable(String operation) {
        if (!frame.isOpen()) {
            frame.engine().requireOpen(operation);
            throw new ClosedScopeException(operation + ": a value of a closed scope: shape " + shape()
                    + " of engine '" + engine().name()
                    + "'; read its numbers before its scope closes, or keep them in a variable");
        }
    }

    /** Refuses numbers that this variable cannot be set to. */
    protected final void requireSettable(double[] data) {
        requireUsable("set");
        AbstractEngine.checkNumbers("set", shape(), data);
    }

    /** Refuses a value that this variable cannot be set to. */
    protected final void requireSettable(Value value) {
        requireUsable("set");
        frame.engine().checkOwn("set", value);
        if (!value.shape().equals(shape())) {
            throw new ShapeException(
                    "set: shapes differ: the variable has " + shape() + ", the value " + value.shape());
        }
    }

    /** {@code Value(data=-8.0)}; an array's shape and first numbers; never what it was made of. */
    @Override
    public String toString() {
        if (!frame.isOpen()) {
            return "Value(shape=" + shape() + ", closed)";
        }
        double[] numbers = read();
        if (shape().isScalar()) {
            return "Value(data=" + numbers[0] + ")";
        }
        String shown = Arrays.toString(Arrays.copyOf(numbers, Math.min(SHOWN, numbers.length)));
        String more = numbers.length > SHOWN ? ", ...]" : "]";
        return "Value(shape=" + shape() + ", data=" + shown.substring(0, shown.length() - 1) + more + ")";
    }
}
