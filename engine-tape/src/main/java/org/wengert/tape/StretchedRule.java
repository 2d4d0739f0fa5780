package org.wengert.tape;

import java.util.Objects;
import org.wengert.op.Binary;

/**
 * {@code y = f(a, b)} where an operand broadcasts in any way, in pieces of which each operand has one: the whole, or a
 * row where one operand is repeated for each row.
 */
final class StretchedRule<A> implements Rule<A> {
    /** Both operands, kept for the way back if one had to be stretched. */
    private record Sides<A>(Side<A> left, Side<A> right) {
        int piece(int size) {
            return Math.max(1, Math.min(left.period(size), right.period(size)));
        }
    }

    private final Kernels<A> kernels;

    StretchedRule(Kernels<A> kernels) {
        this.kernels = kernels;
    }

    @Override
    public void forward(ArrayValue<A> y) {
        Binary op = (Binary) y.operation();
        Side<A> a = new Side<>(y.operand(0), y.shape());
        Side<A> b = new Side<>(y.operand(1), y.shape());
        Sides<A> sides = new Sides<>(a, b);
        y.memo = sides;
        int piece = sides.piece(y.size());
        for (int i = 0; i < y.size(); i += piece) {
            kernels.binary(op, a.data(), a.at(i), a.step(), b.data(), b.at(i), b.step(), y.store(), y.at() + i, piece);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // as forward left it
    public void backward(ArrayValue<A> y) {
        Sides<A> sides = (Sides<A>) Objects.requireNonNull(y.memo);
        if (sides.left().isLive()) {
            left(y, sides.left(), sides.right(), sides.piece(y.size()));
        }
        if (sides.right().isLive()) {
            right(y, sides.left(), sides.right(), sides.piece(y.size()));
        }
    }

    private void left(ArrayValue<A> y, Side<A> a, Side<A> b, int piece) {
        a.reach();
        for (int i = 0; i < y.size(); i += piece) {
            kernels.leftGradient(
                    (Binary) y.operation(),
                    a.data(),
                    a.at(i),
                    a.step(),
                    b.data(),
                    b.at(i),
                    b.step(),
                    y.store(),
                    y.at() + i,
                    y.adjoint(),
                    y.at() + i,
                    a.adjoint(),
                    a.adjointAt(i),
                    piece,
                    a.adds(i));
        }
        a.takeBack();
    }

    private void right(ArrayValue<A> y, Side<A> a, Side<A> b, int piece) {
        b.reach();
        for (int i = 0; i < y.size(); i += piece) {
            kernels.rightGradient(
                    (Binary) y.operation(),
                    a.data(),
                    a.at(i),
                    a.step(),
                    b.data(),
                    b.at(i),
                    b.step(),
                    y.store(),
                    y.at() + i,
                    y.adjoint(),
                    y.at() + i,
                    b.adjoint(),
                    b.adjointAt(i),
                    piece,
                    b.adds(i));
        }
        b.takeBack();
    }
}
