package org.wengert.tck.example;

import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** A leaf: its gradient adds up over sweeps until it is zeroed. */
final class ListVariable extends ListValue implements Variable {
    private final ListEngine engine;
    private int changed;

    ListVariable(ListEngine engine, Shape shape, double[] numbers) {
        super(engine, shape, numbers, true, true);
        this.engine = engine;
        zeroGrad();
    }

    /** Whether it was set after a value that was recorded at this time. */
    boolean changedSince(int recorded) {
        return changed > recorded;
    }

    /** Nothing is cleared here: that is what adds up. */
    @Override
    void begin(int next) {}

    @Override
    protected double[] readGradient() {
        return gradient.clone();
    }

    /** The old array stays with the values that were computed from it. */
    @Override
    public void set(double... data) {
        requireSettable(data);
        numbers = data.clone();
        changed = engine.tick();
    }

    @Override
    public void set(Value value) {
        requireSettable(value);
        set(value.data());
    }

    @Override
    public void zeroGrad() {
        requireUsable("zeroGrad");
        gradient = new double[shape().size()];
    }

    @Override
    public Variable label(String text) {
        super.label(text);
        return this;
    }
}
