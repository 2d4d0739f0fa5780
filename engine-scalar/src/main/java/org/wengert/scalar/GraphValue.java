package org.wengert.scalar;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wengert.Value;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;
import org.wengert.spi.AbstractValue;

/** A vertex of the graph: one {@link Node}, or a {@link Grid} of nodes made by one operation. */
abstract class GraphValue extends AbstractValue {
    private final Origin origin;
    private String label = "";

    /** The latest sweep that gave this value a gradient. */
    private int swept;

    /** The value with a gradient that was recorded before this one. */
    private final @Nullable GraphValue previous;

    GraphValue(ScalarEngine engine, Origin origin) {
        super(engine, origin == Origin.VARIABLE);
        this.origin = origin;
        previous = origin.isRecorded() ? engine.recorded(this) : null;
    }

    /** How many numbers there are. */
    abstract int size();

    /** One of them, in row-major order. */
    abstract Node node(int i);

    /** Lets each node send its gradient to those it was made of. */
    void sendBack() {
        for (int i = 0; i < size(); i++) {
            node(i).send();
        }
    }

    // The general road leads to the same; for single numbers its lists and checks cost more than the operation.

    @Override
    public final Value apply(Unary op) {
        if (!shape().isScalar() || !owner().recordsNow()) {
            return super.apply(op);
        }
        requireUsable(op.name());
        return owner().number(op, this);
    }

    @Override
    public final Value apply(Binary op, Value right) {
        if (!(right instanceof GraphValue)
                || right.engine() != engine()
                || !shape().isScalar()
                || !right.shape().isScalar()
                || !owner().recordsNow()) {
            return super.apply(op, right);
        }
        GraphValue other = (GraphValue) right;
        requireUsable(op.name());
        other.requireUsable(op.name());
        return owner().number(op, this, other);
    }

    private ScalarEngine owner() {
        return (ScalarEngine) engine();
    }

    /** Whether a variable is among what this was made of, so that it has a gradient at all. */
    final boolean isDifferentiable() {
        return origin.differentiable();
    }

    /** The engine's time when this was recorded. */
    int time() {
        return origin.time();
    }

    /** An operand by its place; null behind the last. */
    @Nullable
    GraphValue operand(int i) {
        return i < origin.operands().size() ? (GraphValue) origin.operands().get(i) : null;
    }

    /** The operands in order, repeats kept. */
    List<Value> madeOf() {
        return origin.operands();
    }

    /** Starts this value's part in a sweep with a gradient of zero. */
    final void beginSweep(int sweep) {
        swept = sweep;
        clear();
    }

    /** Sets the gradient to zero. */
    void clear() {
        for (int i = 0; i < size(); i++) {
            node(i).grad = 0;
        }
    }

    /** Whether this sweep has reached the value. */
    final boolean isIn(int sweep) {
        return swept == sweep;
    }

    final @Nullable GraphValue previous() {
        return previous;
    }

    @Override
    protected double[] read() {
        double[] data = new double[size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = node(i).data;
        }
        return data;
    }

    /** The gradient of the latest sweep; zero if that sweep did not come by. */
    @Override
    protected double[] readGradient() {
        double[] gradient = new double[size()];
        if (((ScalarEngine) engine()).isLatestSweep(swept)) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = node(i).grad;
            }
        }
        return gradient;
    }

    @Override
    protected final boolean isRecorded() {
        return origin != Origin.UNRECORDED;
    }

    @Override
    public final Optional<Op> op() {
        requireUsable("op");
        return Optional.ofNullable(origin.op());
    }

    @Override
    public final List<Value> operands() {
        requireUsable("operands");
        return madeOf();
    }

    @Override
    public final String label() {
        return home().isOpen() ? label : "";
    }

    @Override
    public GraphValue label(String label) {
        requireUsable("label");
        this.label = label;
        return this;
    }
}
