package org.wengert.tck;

import java.util.List;
import org.wengert.Engine;
import org.wengert.RowReader;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Op;

/**
 * What a {@link WrappedEngine} makes of each call. This one leaves all to the good engine inside, whose values are those
 * handed in here; a fault overrides the one thing that it spoils.
 */
class Behaviour {
    /** Says what an engine makes of an operation. */
    @FunctionalInterface
    interface Rule {
        Value apply(Engine good, Op op, List<Value> operands);
    }

    /** Right but for operations. */
    static Behaviour applying(Rule rule) {
        return new Behaviour() {
            @Override
            Value apply(Engine good, Op op, List<Value> operands) {
                return rule.apply(good, op, operands);
            }
        };
    }

    /** The same numbers without the way back. */
    static Value cut(Value x) {
        return x.engine().constant(x.shape(), x.data());
    }

    Value apply(Engine good, Op op, List<Value> operands) {
        return good.apply(op, operands);
    }

    Value constant(Engine good, Shape shape, double... data) {
        return good.constant(shape, data);
    }

    Value constant(Engine good, Shape shape, RowReader rows) {
        return good.constant(shape, rows);
    }

    Variable variable(Engine good, Shape shape, double... data) {
        return good.variable(shape, data);
    }

    void backward(Engine good, Value root, double... seed) {
        good.backward(root, seed);
    }

    double[] data(Value value) {
        return value.data();
    }

    Value grad(Value value) {
        return value.grad();
    }

    List<Value> operands(List<Value> operands) {
        return operands;
    }

    void label(Value value, String label) {
        value.label(label);
    }

    void zeroGrad(Variable variable) {
        variable.zeroGrad();
    }

    void update(Engine good, UpdateRule rule, Variable variable, List<Variable> state, double... numbers) {
        good.update(rule, variable, state, numbers);
    }

    /** What another engine's value counts as: itself, for the good engine to refuse. */
    Value foreign(Engine good, Value value) {
        return value;
    }

    Scope scope(Engine good) {
        return good.scope();
    }

    Scope inference(Engine good) {
        return good.inference();
    }

    void close(Engine good) {
        good.close();
    }
}
