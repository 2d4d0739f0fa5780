package org.wengert.tape;

import java.util.Objects;
import org.wengert.op.Rearrangement;
import org.wengert.op.Reshape;

/** Numbers brought from where the operation says; adjoints go back there, adding up where a number was repeated. */
final class RearrangeRule<A> implements Rule<A> {
    private final Kernels<A> kernels;

    RearrangeRule(Kernels<A> kernels) {
        this.kernels = kernels;
    }

    @Override
    public void forward(ArrayValue<A> y) {
        TapeValue<A> x = y.operand(0);
        if (y.operation() instanceof Reshape) {
            kernels.copy(x.store(), x.at(), y.store(), y.at(), y.size(), false);
            return;
        }
        int[] sources = ((Rearrangement) y.operation()).sources(x.shape());
        y.memo = sources;
        kernels.gather(x.store(), x.at(), sources, y.store(), y.at());
    }

    @Override
    public void backward(ArrayValue<A> y) {
        TapeValue<A> x = y.operand(0);
        boolean add = x.reach();
        if (y.operation() instanceof Reshape) {
            kernels.copy(y.adjoint(), y.at(), x.adjoint(), x.at(), y.size(), add);
            return;
        }
        if (!add) {
            kernels.spread(0, x.adjoint(), x.at(), x.size(), false);
        }
        int[] sources = (int[]) Objects.requireNonNull(y.memo);
        kernels.scatterAdd(y.adjoint(), y.at(), sources, x.adjoint(), x.at());
    }
}
