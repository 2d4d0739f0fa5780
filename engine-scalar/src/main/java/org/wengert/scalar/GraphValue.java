package org.wengert.scalar;

import java.util.List;
import java.util.Optional;
import org.wengert.Value;
import org.wengert.op.Op;
import org.wengert.spi.AbstractValue;

/** A vertex of the graph: one {@link Node}, or a {@link Grid} of nodes made by one operation. */
abstract class GraphValue extends AbstractValue {
    private final Origin origin;
    private String label = "";

    /** The latest sweep that gave this value a gradient, and the latest search that came by. */
    private int swept;

    private int seen;

    GraphValue(ScalarEngine engine, Origin origin) {
        super(engine, origin == Origin.VARIABLE);
        this.origin = origin;
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

    /** Whether a variable is among what this was made of, so that it has a gradient at all. */
    final boolean isDifferentiable() {
        return origin.differentiable();
    }

    final Origin origin() {
        return origin;
    }

    /** Starts this value's part in a sweep with a gradient of zero. */
    final void beginSweep(int sweep) {
        swept = sweep;
        for (int i = 0; i < size(); i++) {
            node(i).grad = 0;
        }
    }

    /** Whether the search comes by for the first time. */
    final boolean visit(int search) {
        boolean first = seen != search;
        seen = search;
        return first;
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
        return origin.operands();
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
