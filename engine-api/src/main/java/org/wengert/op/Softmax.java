package org.wengert.op;

import org.wengert.Shape;

/**
 * {@code p_i = e^(x_i - m) / sum_j e^(x_j - m)} along an axis, with {@code m} the largest, or the logarithm of it.
 * Gradients: {@code p_i sum_j p_j (g_i - g_j)}, and {@code g_i - p_i sum_j g_j} for the logarithm.
 *
 * @param axis        the axis along which results add up to 1; -1 is the last
 * @param logarithmic whether the logarithm is taken
 */
public record Softmax(int axis, boolean logarithmic) implements Structural {
    @Override
    public String name() {
        return logarithmic ? "logSoftmax" : "softmax";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Shape shape(Shape... operands) {
        Shape operand = operands[0];
        operand.axis(name(), axis);
        return operand;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.softmax(this);
    }
}
