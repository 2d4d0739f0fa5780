package org.wengert.tck;

import java.util.List;
import java.util.Optional;
import org.wengert.Value;
import org.wengert.Variable;

/** A variable of a {@link WrappedEngine}. */
final class WrappedVariable extends WrappedValue implements Variable {
    private final WrappedEngine engine;
    private final Variable good;

    WrappedVariable(WrappedEngine engine, Variable good) {
        super(engine, good, Optional.empty(), List.of());
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
        engine.behaviour().zeroGrad(good);
    }

    @Override
    public Variable label(String label) {
        engine.behaviour().label(good, label);
        return this;
    }
}
