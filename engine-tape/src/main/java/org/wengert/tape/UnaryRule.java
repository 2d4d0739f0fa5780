package org.wengert.tape;

import org.wengert.op.Unary;

/** {@code y = f(x)} element by element; {@code dx = dy f'(x)}. */
final class UnaryRule<A> implements Rule<A> {
    private final Kernels<A> kernels;

    UnaryRule(Kernels<A> kernels) {
        this.kernels = kernels;
    }

    @Override
    public void forward(ArrayValue<A> y) {
        TapeValue<A> x = y.operand(0);
        Unary op = (Unary) y.operation();
        kernels.suited(op).unary(op, x.store(), x.at(), y.store(), y.at(), y.size());
    }

    @Override
    public void backward(ArrayValue<A> y) {
        TapeValue<A> x = y.operand(0);
        boolean add = x.reach();
        Unary op = (Unary) y.operation();
        Kernels<A> suited = kernels.suited(op);
        suited.unaryGradient(
                op, x.store(), x.at(), y.store(), y.at(), y.adjoint(), y.at(), x.adjoint(), x.at(), y.size(), add);
    }
}
