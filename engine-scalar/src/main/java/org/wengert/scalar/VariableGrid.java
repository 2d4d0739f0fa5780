package org.wengert.scalar;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** Leaves whose numbers can be set; beside each node's gradient of the latest sweep, the sum since it was zeroed. */
final class VariableGrid extends Grid implements Variable {
    private final ScalarEngine engine;
    private final double[] total;
    private int changed;
    private @Nullable VariableGrid nextReached;

    VariableGrid(ScalarEngine engine, Shape shape, Node[] nodes) {
        super(engine, Origin.VARIABLE, shape, nodes);
        this.engine = engine;
        total = new double[nodes.length];
    }

    /** Whether the numbers were set after a value that was recorded at this time. */
    boolean changedSince(int time) {
        return changed - time > 0;
    }

    /** Remembers, for the end of a sweep, which variable it had reached before. */
    VariableGrid reachedBefore(@Nullable VariableGrid before) {
        nextReached = before;
        return this;
    }

    /** The variable that the sweep had reached before this one, which is asked once. */
    @Nullable
    VariableGrid nextReached() {
        VariableGrid next = nextReached;
        nextReached = null;
        return next;
    }

    /** At a leaf the gradient has arrived: it is added to what earlier sweeps brought. */
    @Override
    void sendBack() {
        for (int i = 0; i < total.length; i++) {
            total[i] += node(i).grad;
        }
    }

    @Override
    protected double[] readGradient() {
        return total.clone();
    }

    @Override
    public void set(double... data) {
        requireSettable(data);
        changed = engine.tick();
        for (int i = 0; i < data.length; i++) {
            node(i).data = data[i];
        }
    }

    @Override
    public void set(Value value) {
        requireSettable(value);
        set(value.data());
    }

    @Override
    public void zeroGrad() {
        requireUsable("zeroGrad");
        Arrays.fill(total, 0);
    }

    @Override
    public VariableGrid label(String label) {
        super.label(label);
        return this;
    }
}
