package org.wengert.tape;

import org.wengert.Shape;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.SquaredError;

/**
 * {@code y = sum (a - b)^2 / n}, {@code da = dy / n * 2 (a - b)}, {@code db = -da}, where n is 1 for a sum. Twice the
 * differences are kept, with room behind them for the factor that is common to all.
 */
final class SquaredErrorRule<A> implements Rule<A> {
    private final Kernels<A> kernels;

    SquaredErrorRule(Kernels<A> kernels) {
        this.kernels = kernels;
    }

    @Override
    public long kept(Op op, TapeValue<A>[] operands, Shape shape) {
        return operands[0].size() + 1L;
    }

    @Override
    public void forward(ArrayValue<A> y) {
        TapeValue<A> a = y.operand(0);
        TapeValue<A> b = y.operand(1);
        int n = a.size();
        A kept = y.kept();
        int at = y.keptAt();
        kernels.binary(Binary.SUB, a.store(), a.at(), 1, b.store(), b.at(), 1, kept, at, n);
        kernels.spread(kernels.squares(kept, at, n) / divisor(y), y.store(), y.at(), 1, false);
    }

    private static int divisor(ArrayValue<?> y) {
        return ((SquaredError) y.operation()).divisor(y.operand(0).size());
    }

    @Override
    public void backward(ArrayValue<A> y) {
        double share = kernels.get(y.adjoint(), y.at()) / divisor(y);
        send(share, y, y.operand(0));
        send(-share, y, y.operand(1));
    }

    private void send(double factor, ArrayValue<A> y, TapeValue<A> x) {
        if (!x.isLive()) {
            return;
        }
        int n = x.size();
        boolean add = x.reach();
        A kept = y.kept();
        int at = y.keptAt();
        int factorAt = at + n;
        A gx = x.adjoint();
        kernels.spread(factor, kept, factorAt, 1, false);
        if (add) { // as a product's gradient by the one side, which is the other side times what comes from above
            kernels.leftGradient(Binary.MUL, kept, at, 1, kept, factorAt, 0, kept, at, kept, at, gx, x.at(), n, true);
        } else { // in one loop, with the factor in a register
            kernels.binary(Binary.MUL, kept, at, 1, kept, factorAt, 0, gx, x.at(), n);
        }
    }
}
