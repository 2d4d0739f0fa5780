package org.wengert.tape;

import org.wengert.op.Concat;

/** Operands one after another along an axis: in row-major order, a run of each by turns. */
final class ConcatRule<A> implements Rule<A> {
    private final Kernels<A> kernels;

    ConcatRule(Kernels<A> kernels) {
        this.kernels = kernels;
    }

    @Override
    public void forward(ArrayValue<A> y) {
        int stride = run(y, y);
        int offset = y.at();
        for (int part = 0; part < y.operandCount(); part++) {
            TapeValue<A> x = y.operand(part);
            int run = run(y, x);
            for (int i = 0; i * run < x.size(); i++) {
                kernels.copy(x.store(), x.at() + i * run, y.store(), offset + i * stride, run, false);
            }
            offset += run;
        }
    }

    @Override
    public void backward(ArrayValue<A> y) {
        int stride = run(y, y);
        int offset = y.at();
        for (int part = 0; part < y.operandCount(); part++) {
            TapeValue<A> x = y.operand(part);
            int run = run(y, x);
            if (x.isLive()) {
                boolean add = x.reach();
                for (int i = 0; i * run < x.size(); i++) {
                    kernels.copy(y.adjoint(), offset + i * stride, x.adjoint(), x.at() + i * run, run, add);
                }
            }
            offset += run;
        }
    }

    /** How many numbers lie together: those that differ only along the joined axis and the ones after it. */
    private int run(ArrayValue<A> y, TapeValue<A> part) {
        int axis = y.shape().axis("concat", ((Concat) y.operation()).axis());
        return part.shape().dim(axis) * part.shape().strides()[axis];
    }
}
