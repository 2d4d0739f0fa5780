package org.wengert.tck;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wengert.Engine;
import org.wengert.RowReader;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Op;

/** A good engine behind a fault: all values are wrapped, so that no operation gets past it. */
final class WrappedEngine implements Engine {
    private final Engine good;
    private final Behaviour behaviour;
    private final String fault;

    WrappedEngine(Engine good, Behaviour behaviour, String fault) {
        this.good = good;
        this.behaviour = behaviour;
        this.fault = fault;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    Value wrap(Value value) {
        return value instanceof Variable variable
                ? new WrappedVariable(this, variable)
                : new WrappedValue(this, value, value.op(), value.operands());
    }

    /** What is inside, also of another engine's value, for the good engine to refuse. */
    Value unwrap(Value value) {
        Value inside = ((WrappedValue) value).good();
        return value.engine() == this ? inside : behaviour.foreign(good, inside);
    }

    @Override
    public Value apply(Op op, List<Value> operands) {
        List<Value> inside = operands.stream().map(this::unwrap).collect(Collectors.toList());
        Value result = behaviour.apply(good, op, inside);
        // A broken engine still says of what it was asked to make the value.
        return new WrappedValue(
                this, result, result.op().map(made -> op), result.op().isEmpty() ? List.of() : inside);
    }

    @Override
    public Value constant(Shape shape, double... data) {
        return new WrappedValue(this, behaviour.constant(good, shape, data), Optional.empty(), List.of());
    }

    @Override
    public Value constant(Shape shape, RowReader rows) {
        return new WrappedValue(this, behaviour.constant(good, shape, rows), Optional.empty(), List.of());
    }

    @Override
    public Variable variable(Shape shape, double... data) {
        return new WrappedVariable(this, behaviour.variable(good, shape, data));
    }

    @Override
    public void backward(Value root, double... seed) {
        behaviour.backward(good, unwrap(root), seed);
    }

    @Override
    public void update(UpdateRule rule, Variable variable, List<? extends Variable> state, double... numbers) {
        behaviour.update(good, rule, (Variable) unwrap(variable), unwrap(state), numbers);
    }

    @Override
    public void update(
            UpdateRule rule,
            List<? extends Variable> variables,
            List<? extends List<? extends Variable>> states,
            double... numbers) {
        List<List<Variable>> inside = states.stream().map(this::unwrap).collect(Collectors.toList());
        good.update(rule, unwrap(variables), inside, numbers);
    }

    private List<Variable> unwrap(List<? extends Variable> variables) {
        return variables.stream().map(each -> (Variable) unwrap(each)).collect(Collectors.toList());
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
        return behaviour.scope(good);
    }

    @Override
    public Scope inference() {
        return behaviour.inference(good);
    }

    @Override
    public boolean isOpen() {
        return good.isOpen();
    }

    @Override
    public void close() {
        behaviour.close(good);
    }
}
