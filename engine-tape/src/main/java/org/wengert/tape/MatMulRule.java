package org.wengert.tape;

import org.wengert.op.MatMul;

/** {@code Y = A B}; {@code dA = dY B^T} and {@code dB = A^T dY}, each written in the layout its operand is stored in. */
final class MatMulRule<A> implements Rule<A> {
    private final Kernels<A> kernels;

    MatMulRule(Kernels<A> kernels) {
        this.kernels = kernels;
    }

    @Override
    public void forward(ArrayValue<A> y) {
        MatMul op = (MatMul) y.operation();
        TapeValue<A> a = y.operand(0);
        TapeValue<A> b = y.operand(1);
        MatMul.Dimensions n = op.dimensions(a.shape(), b.shape());
        kernels.product(
                isTurned(a, op.transposeLeft()),
                isTurned(b, op.transposeRight()),
                n.rows(),
                n.inner(),
                n.columns(),
                a.store(),
                a.at(),
                b.store(),
                b.at(),
                y.store(),
                y.at(),
                false);
    }

    @Override
    public void backward(ArrayValue<A> y) {
        if (y.operand(0).isLive()) {
            left(y, y.operand(0), y.operand(1));
        }
        if (y.operand(1).isLive()) {
            right(y, y.operand(0), y.operand(1));
        }
    }

    private void left(ArrayValue<A> y, TapeValue<A> a, TapeValue<A> b) {
        MatMul op = (MatMul) y.operation();
        MatMul.Dimensions n = op.dimensions(a.shape(), b.shape());
        boolean turned = isTurned(b, op.transposeRight());
        boolean add = a.reach();
        A g = y.adjoint();
        int at = y.at();
        A b0 = b.store();
        A ga = a.adjoint();
        if (isTurned(a, op.transposeLeft())) { // dA^T = B dY^T
            kernels.product(turned, true, n.inner(), n.columns(), n.rows(), b0, b.at(), g, at, ga, a.at(), add);
        } else {
            kernels.product(false, !turned, n.rows(), n.columns(), n.inner(), g, at, b0, b.at(), ga, a.at(), add);
        }
    }

    private void right(ArrayValue<A> y, TapeValue<A> a, TapeValue<A> b) {
        MatMul op = (MatMul) y.operation();
        MatMul.Dimensions n = op.dimensions(a.shape(), b.shape());
        boolean turned = isTurned(a, op.transposeLeft());
        boolean add = b.reach();
        A g = y.adjoint();
        int at = y.at();
        A a0 = a.store();
        A gb = b.adjoint();
        if (isTurned(b, op.transposeRight())) { // dB^T = dY^T A
            kernels.product(true, turned, n.columns(), n.rows(), n.inner(), g, at, a0, a.at(), gb, b.at(), add);
        } else {
            kernels.product(!turned, false, n.inner(), n.rows(), n.columns(), a0, a.at(), g, at, gb, b.at(), add);
        }
    }

    /** A vector is a row on the left and a column on the right, whatever the operation says of matrices. */
    private boolean isTurned(TapeValue<A> operand, boolean transpose) {
        return transpose && operand.shape().rank() == 2;
    }
}
