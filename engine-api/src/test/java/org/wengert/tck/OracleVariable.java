package org.wengert.tck;

import org.hipparchus.dfp.Dfp;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** A leaf of the {@link OracleEngine} that can be set and whose gradient adds up until it is zeroed. */
final class OracleVariable extends OracleValue implements Variable {
    private final OracleEngine engine;
    private Dfp[] total;
    private long changed;

    OracleVariable(OracleEngine engine, Shape shape, Dfp... numbers) {
        super(engine, OracleOrigin.VARIABLE, shape, numbers);
        this.engine = engine;
        total = engine.zeros(numbers.length);
    }

    /** The engine's time when the numbers were last set. */
    long changed() {
        return changed;
    }

    @Override
    void send() {
        Dfp[] arrived = super.gradient();
        for (int i = 0; i < total.length; i++) {
            total[i] = total[i].add(arrived[i]);
        }
    }

    @Override
    Dfp[] gradient() {
        return total;
    }

    @Override
    public void set(double... data) {
        requireSettable(data);
        changed = engine.tick();
        setNumbers(data);
    }

    @Override
    public void set(Value value) {
        requireSettable(value);
        set(value.data());
    }

    @Override
    public void zeroGrad() {
        requireUsable("zeroGrad");
        total = engine.zeros(total.length);
    }

    @Override
    public OracleVariable label(String label) {
        super.label(label);
        return this;
    }
}
