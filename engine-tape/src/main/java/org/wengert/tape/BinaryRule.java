package org.wengert.tape;

import org.wengert.op.Binary;

/**
 * {@code y = f(a, b)} element by element. Operands of the result's size and single numbers go to the kernels as they
 * are, and so does a bias, one row that is added to every row; anything else that broadcasts takes the road of
 * {@link StretchedRule}.
 */
final class BinaryRule<A> implements Rule<A> {
    private final Kernels<A> kernels;
    private final StretchedRule<A> stretched;

    BinaryRule(Kernels<A> kernels) {
        this.kernels = kernels;
        stretched = new StretchedRule<>(kernels);
    }

    @Override
    public void forward(ArrayValue<A> y) {
        Binary op = (Binary) y.operation();
        TapeValue<A> a = y.operand(0);
        TapeValue<A> b = y.operand(1);
        int left = step(a, y);
        int right = step(b, y);
        if (left >= 0 && right >= 0) {
            kernels.suited(op)
                    .binary(op, a.store(), a.at(), left, b.store(), b.at(), right, y.store(), y.at(), y.size());
        } else if (isBias(op, a, b, y)) {
            int n = b.size();
            kernels.addRow(a.store(), a.at(), b.store(), b.at(), y.store(), y.at(), y.size() / n, n);
        } else {
            stretched.forward(y);
        }
    }

    /** 1 for an operand with one number for each of the result's, 0 for a single number, else -1. */
    private static int step(TapeValue<?> operand, ArrayValue<?> y) {
        int size = operand.size();
        return size == y.size() ? 1 : size == 1 ? 0 : -1;
    }

    private static boolean isBias(Binary op, TapeValue<?> a, TapeValue<?> b, ArrayValue<?> y) {
        return op == Binary.ADD && a.size() == y.size() && Stretch.of(b.shape(), y.shape()) == Stretch.REPEATED;
    }

    @Override
    public void backward(ArrayValue<A> y) {
        Binary op = (Binary) y.operation();
        TapeValue<A> a = y.operand(0);
        TapeValue<A> b = y.operand(1);
        if (step(a, y) >= 0 && step(b, y) >= 0) {
            direct(op, a, b, y);
        } else if (isBias(op, a, b, y)) {
            bias(a, b, y);
        } else {
            stretched.backward(y);
        }
    }

    private void direct(Binary op, TapeValue<A> a, TapeValue<A> b, ArrayValue<A> y) {
        int left = step(a, y);
        int right = step(b, y);
        int n = y.size();
        Kernels<A> suited = kernels.suited(op);
        A x0 = a.store();
        A x1 = b.store();
        A y0 = y.store();
        A g = y.adjoint();
        int at = y.at();
        if (a.isLive()) {
            boolean add = a.reach();
            A ga = a.adjoint();
            suited.leftGradient(op, x0, a.at(), left, x1, b.at(), right, y0, y.at(), g, at, ga, a.at(), n, add);
        }
        if (b.isLive()) {
            boolean add = b.reach();
            A gb = b.adjoint();
            suited.rightGradient(op, x0, a.at(), left, x1, b.at(), right, y0, y.at(), g, at, gb, b.at(), n, add);
        }
    }

    private void bias(TapeValue<A> a, TapeValue<A> b, ArrayValue<A> y) {
        A g = y.adjoint();
        int at = y.at();
        if (a.isLive()) {
            boolean add = a.reach();
            kernels.copy(g, at, a.adjoint(), a.at(), y.size(), add);
        }
        if (b.isLive()) {
            boolean add = b.reach();
            int n = b.size();
            kernels.sumRows(g, at, y.size() / n, n, b.adjoint(), b.at(), add);
        }
    }
}
