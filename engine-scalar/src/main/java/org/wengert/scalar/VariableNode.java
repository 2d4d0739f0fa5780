package org.wengert.scalar;

import org.wengert.Value;
import org.wengert.Variable;

/** A number that can be set; beside the gradient of the latest sweep, the sum since it was zeroed. */
final class VariableNode extends Node implements Variable {
    double total;
    private int changed;

    VariableNode(ScalarEngine engine, double data) {
        super(engine, Origin.VARIABLE, data);
    }

    /** The gradient has arrived: it is added to what earlier sweeps brought. */
    @Override
    void sendBack() {
        total += grad;
    }

    @Override
    boolean changedSince(int time) {
        return changed - time > 0;
    }

    @Override
    protected double[] readGradient() {
        return new double[] {total};
    }

    @Override
    public void set(double... data) {
        requireSettable(data);
        changed = owner().tick();
        this.data = data[0];
    }

    @Override
    public void set(Value value) {
        requireSettable(value);
        set(value.data());
    }

    @Override
    public void zeroGrad() {
        requireUsable("zeroGrad");
        total = 0;
    }

    @Override
    public VariableNode label(String label) {
        super.label(label);
        return this;
    }
}
