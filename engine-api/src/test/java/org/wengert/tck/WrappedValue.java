package org.wengert.tck;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Op;

/** A value of a {@link WrappedEngine}. */
class WrappedValue implements Value {
    private final WrappedEngine engine;
    private final Value good;
    private final Optional<Op> op;
    private final List<Value> operands;

    WrappedValue(WrappedEngine engine, Value good, Optional<Op> op, List<Value> operands) {
        this.engine = engine;
        this.good = good;
        this.op = op;
        this.operands = operands;
    }

    final Value good() {
        return good;
    }

    @Override
    public final Engine engine() {
        return engine;
    }

    @Override
    public final Shape shape() {
        return good.shape();
    }

    @Override
    public final double[] data() {
        return engine.behaviour().data(good);
    }

    @Override
    public final double item() {
        return good.item();
    }

    @Override
    public final Value grad() {
        return engine.wrap(engine.behaviour().grad(good));
    }

    @Override
    public final Optional<Op> op() {
        good.op(); // which refuses what is over
        return op;
    }

    @Override
    public final List<Value> operands() {
        good.operands(); // which refuses what is over
        return engine.behaviour().operands(operands).stream()
                .map(engine::wrap)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public final String label() {
        return good.label();
    }

    @Override
    public Value label(String label) {
        engine.behaviour().label(good, label);
        return this;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof WrappedValue that && good.equals(that.good);
    }

    @Override
    public final int hashCode() {
        return good.hashCode();
    }

    @Override
    public final String toString() {
        return good.toString();
    }
}
