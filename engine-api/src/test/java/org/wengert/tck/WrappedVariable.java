package org.wengert.tck;

import java.util.List;
import org.wengert.Value;
import org.wengert.Variable;

/** A variable of a {@link WrappedEngine}. */
final class WrappedVariable extends WrappedValue implements Variable {
    private final WrappedEngine engine;
    private final Variable good;

    WrappedVariable(WrappedEngine engine, Variable good) {
        super(engine, good, List.of());
        this.engine = engine;
        this.good = good;
    }

    @Override
    public void set(double... data) {
        good.set(data);
    }

    @Override
    public void set(Value value) {
        good.set(engine.unwrap(value));
    }

    @Override
    public void zeroGrad() {
        good.zeroGrad();
    }

    @Override
    public Variable label(String label) {
        good.label(label);
        return this;
    }
}
