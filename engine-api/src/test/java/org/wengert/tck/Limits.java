package org.wengert.tck;

import java.util.List;
import java.util.Set;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/** An engine that does without some things, and refuses them as it should. */
final class Limits extends Behaviour {
    private final Set<Capability> absent;

    Limits(Set<Capability> absent) {
        this.absent = absent;
    }

    private void require(Capability capability, boolean needed) {
        if (needed && absent.contains(capability)) {
            throw new UnsupportedOperationException(capability + ": this engine has none");
        }
    }

    private void requireRank(Shape shape) {
        require(Capability.RANK_ABOVE_2, shape.rank() > 2);
    }

    @Override
    Value constant(Engine good, Shape shape, double... data) {
        requireRank(shape);
        return super.constant(good, shape, data);
    }

    @Override
    Variable variable(Engine good, Shape shape, double... data) {
        requireRank(shape);
        return super.variable(good, shape, data);
    }

    @Override
    Value apply(Engine good, Op op, List<Value> operands) {
        boolean own =
                op instanceof Unary unary && unary.index() < 0 || op instanceof Binary binary && binary.index() < 0;
        require(Capability.OWN_OPERATIONS, own);
        Value result = super.apply(good, op, operands);
        requireRank(result.shape());
        return result;
    }

    @Override
    void update(Engine good, UpdateRule rule, Variable variable, List<Variable> state, double... numbers) {
        require(Capability.UPDATES, true);
        super.update(good, rule, variable, state, numbers);
    }

    @Override
    Scope scope(Engine good) {
        require(Capability.SCOPES, true);
        return super.scope(good);
    }

    @Override
    Scope inference(Engine good) {
        require(Capability.INFERENCE, true);
        return super.inference(good);
    }
}
