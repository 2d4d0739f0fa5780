package org.wengert.tape;

import org.wengert.op.Binary;
import org.wengert.op.Linear;

/**
 * {@code Y = X W^T + b}, the bias added in place; {@code db} is the sum of the rows of {@code dY}, {@code dX = dY W} and
 * {@code dW = dY^T X}. The same kernels as for a product and a sum after it, so the same bits, without the pass that
 * hands the gradient from one to the other.
 */
final class LinearRule<A> implements Rule<A> {
    private final Kernels<A> kernels;

    LinearRule(Kernels<A> kernels) {
        this.kernels = kernels;
    }

    private static int rows(ArrayValue<?> y) {
        return Linear.samples(y.operand(0).shape());
    }

    private static int columns(ArrayValue<?> y) {
        return y.operand(2).size();
    }

    private static int inner(ArrayValue<?> y) {
        return Linear.inputs(y.operand(0).shape());
    }

    @Override
    public void forward(ArrayValue<A> y) {
        TapeValue<A> x = y.operand(0);
        TapeValue<A> w = y.operand(1);
        TapeValue<A> b = y.operand(2);
        int rows = rows(y);
        int columns = columns(y);
        A y0 = y.store();
        int at = y.at();
        kernels.product(false, true, rows, inner(y), columns, x.store(), x.at(), w.store(), w.at(), y0, at, false);
        kernels.addRow(y0, at, b.store(), b.at(), y0, at, rows, columns);
    }

    @Override
    public void backward(ArrayValue<A> y) {
        TapeValue<A> x = y.operand(0);
        TapeValue<A> w = y.operand(1);
        TapeValue<A> b = y.operand(2);
        int rows = rows(y);
        int columns = columns(y);
        int inner = inner(y);
        A g = y.adjoint();
        int at = y.at();
        if (b.isLive()) {
            bias(y, b, rows, columns);
        }
        if (x.isLive()) {
            boolean add = x.reach();
            A gx = x.adjoint();
            kernels.product(false, false, rows, columns, inner, g, at, w.store(), w.at(), gx, x.at(), add);
        }
        if (w.isLive()) {
            boolean add = w.reach();
            A gw = w.adjoint();
            kernels.product(true, false, columns, rows, inner, g, at, x.store(), x.at(), gw, w.at(), add);
        }
    }

    /** Rows are added up as they are for any bias, a single column as it is for any single number. */
    private void bias(ArrayValue<A> y, TapeValue<A> b, int rows, int columns) {
        boolean add = b.reach();
        A g = y.adjoint();
        int at = y.at();
        A gb = b.adjoint();
        if (columns == 1 && rows != 1) {
            A y0 = y.store();
            int b0 = b.at();
            A bs = b.store();
            kernels.rightGradient(Binary.ADD, y0, y.at(), 1, bs, b0, 0, y0, y.at(), g, at, gb, b.at(), rows, add);
        } else {
            kernels.sumRows(g, at, rows, columns, gb, b.at(), add);
        }
    }
}
