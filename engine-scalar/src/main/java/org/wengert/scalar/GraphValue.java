package org.wengert.scalar;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wengert.Value;
import org.wengert.op.Op;
import org.wengert.spi.AbstractValue;

/** A vertex of the graph: one {@link Node}, or a {@link Grid} of nodes made by one operation. */
abstract class GraphValue extends AbstractValue {
    // Fields that never change are not final: see AbstractValue.

    private Origin origin;
    private String label = "";

    /** The latest sweep that gave this value a gradient. */
    private int swept;

    /** The value with a gradient that was recorded before this one. */
    private @Nullable GraphValue previous;

    GraphValue(ScalarEngine engine, Origin origin) {
        super(engine, origin == Origin.VARIABLE);
        this.origin = origin;
        previous = engine.latestBefore(origin);
    }

    /** The result of an operation. */
    GraphValue(ScalarEngine engine, Origin origin, @Nullable GraphValue previous) {
        super(engine, false);
        this.origin = origin;
        this.previous = previous;
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

    final ScalarEngine owner() {
        return (ScalarEngine) engine();
    }

    final Origin origin() {
        return origin;
    }

    /** Whether a variable is among what this was made of, so that it has a gradient at all. */
    final boolean isDifferentiable() {
        return origin.differentiable();
    }

    /** Whether this is a variable that was set after a value that was recorded at this time. */
    boolean changedSince(int time) {
        return false;
    }

    /** Whether this is a variable. */
    final boolean isLeaf() {
        return origin == Origin.VARIABLE;
    }

    /** Has the operands ready to receive. */
    void reachOperands(Sweep sweep) {
        for (Value operand : origin.operands()) {
            sweep.reach((GraphValue) operand);
        }
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
        if (owner().isLatestSweep(swept)) {
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
