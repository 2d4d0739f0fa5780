package org.wengert.scalar;

import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * What operations of the tables do with nodes: {@code operand.grad += y.grad * (derivative of y by that operand)}. The
 * derivatives are the table's. Those of sums and products, of which there are more than of all others, are written out:
 * to ask the table costs more than to add. What a constant is sent, nobody ever reads.
 */
final class Numbers {
    private static final Backward SUM = y -> {
        y.left().grad += y.grad;
        y.right().grad += y.grad;
    };

    private static final Backward PRODUCT = y -> {
        y.left().grad += y.grad * y.right().data;
        y.right().grad += y.grad * y.left().data;
    };

    private Numbers() {}

    /** The rule for all results of an operation of a table. */
    static Backward rule(Op op) {
        if (op instanceof Unary entry) {
            return y -> y.left().grad += y.grad * entry.slope(y.left().data, y.data);
        }
        return op == Binary.ADD ? SUM : op == Binary.MUL ? PRODUCT : y -> send((Binary) op, y, y.left(), y.right());
    }

    private static void send(Binary op, Node y, Node a, Node b) {
        if (a.isDifferentiable()) {
            a.grad += y.grad * op.left(a.data, b.data, y.data);
        }
        if (b.isDifferentiable()) {
            b.grad += y.grad * op.right(a.data, b.data, y.data);
        }
    }

    static double value(Binary op, double a, double b) {
        return op == Binary.ADD ? a + b : op == Binary.MUL ? a * b : op.value(a, b);
    }
}
