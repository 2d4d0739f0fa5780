package org.wengert.tape;

import org.wengert.op.Unary;

/** {@code y = f(x)} element by element; {@code dx = dy f'(x)}. */
final class UnaryRule implements Rule {
    private final Unary op;
    private final Kernels kernels;

    UnaryRule(Unary op, Kernels kernels) {
        this.op = op;
        this.kernels = kernels;
    }

    @Override
    public void forward(Block[] operands, Block y) {
        kernels.unary(op, operands[0].data(), y.data(), y.size());
    }

    @Override
    public void backward(Block[] operands, Block y) {
        Block x = operands[0];
        if (x.isLive()) {
            kernels.unaryGradient(op, x.data(), y.data(), y.adjoint(), x.reach(), y.size());
        }
    }
}
