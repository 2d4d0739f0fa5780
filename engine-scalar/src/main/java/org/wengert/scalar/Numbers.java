package org.wengert.scalar;

import org.wengert.op.Binary;
import org.wengert.op.Unary;

/**
 * What operations on single numbers send back, one closure each: {@code operand.grad += gradient * (derivative of the
 * number by that operand)}. The derivatives are the table's. Those of sums and products, of which there are more than of
 * all others, are written out: to ask the table costs more than to add. What a constant is sent, nobody ever reads.
 */
final class Numbers {
    private Numbers() {}

    static Backward sending(Unary op, Node y, Node x) {
        return gradient -> x.grad += gradient * op.slope(x.data, y.data);
    }

    static Backward sending(Binary op, Node y, Node a, Node b) {
        if (op == Binary.ADD) {
            return gradient -> {
                a.grad += gradient;
                b.grad += gradient;
            };
        }
        if (op == Binary.MUL) {
            return gradient -> {
                a.grad += gradient * b.data;
                b.grad += gradient * a.data;
            };
        }
        return gradient -> {
            if (a.isDifferentiable()) {
                a.grad += gradient * op.left(a.data, b.data, y.data);
            }
            if (b.isDifferentiable()) {
                b.grad += gradient * op.right(a.data, b.data, y.data);
            }
        };
    }

    static double value(Binary op, double a, double b) {
        return op == Binary.ADD ? a + b : op == Binary.MUL ? a * b : op.value(a, b);
    }
}
