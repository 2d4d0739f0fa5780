package org.wengert.tck;

import java.util.List;
import java.util.stream.Collectors;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Op;

/** A good engine behind a fault: all values are wrapped, so that no operation gets past it. */
final class WrappedEngine implements Engine {
    private final Engine good;
    private final Fault fault;

    WrappedEngine(Engine good, Fault fault) {
        this.good = good;
        this.fault = fault;
    }

    Value wrap(Value value) {
        return value instanceof Variable variable
                ? new WrappedVariable(this, variable)
                : new WrappedValue(this, value, value.operands());
    }

    /** What is inside, also of another engine's value, for the good engine to refuse. */
    Value unwrap(Value value) {
        return ((WrappedValue) value).good();
    }

    @Override
    public Value apply(Op op, List<Value> operands) {
        List<Value> inside = operands.stream().map(this::unwrap).collect(Collectors.toList());
        Value result = fault.apply(good, op, inside);
        // A broken engine still says of what it was asked to make the value.
        return new WrappedValue(this, result, result.operands().isEmpty() ? List.of() : inside);
    }

    @Override
    public Value constant(Shape shape, double... data) {
        return wrap(good.constant(shape, data));
    }

    @Override
    public Variable variable(Shape shape, double... data) {
        return (Variable) wrap(good.variable(shape, data));
    }

    @Override
    public void backward(Value root, double... seed) {
        fault.backward(good, unwrap(root), seed);
    }

    @Override
    public void update(UpdateRule rule, Variable variable, List<? extends Variable> state, double... numbers) {
        List<Variable> inside =
                state.stream().map(each -> (Variable) unwrap(each)).collect(Collectors.toList());
        good.update(rule, (Variable) unwrap(variable), inside, numbers);
    }

    @Override
    public String name() {
        return good.name();
    }

    @Override
    public String description() {
        return good.description() + ", broken on purpose: " + fault;
    }

    @Override
    public Scope scope() {
        return good.scope();
    }

    @Override
    public Scope inference() {
        return good.inference();
    }

    @Override
    public boolean isOpen() {
        return good.isOpen();
    }

    @Override
    public void close() {
        good.close();
    }
}
