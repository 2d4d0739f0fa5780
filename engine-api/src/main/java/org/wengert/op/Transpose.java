package org.wengert.op;

import java.util.Arrays;
import org.wengert.Shape;
import org.wengert.error.ShapeException;

/** Axes in another order. */
public final class Transpose implements Rearrangement {
    private final int[] order;

    /** Axis {@code i} of the result is axis {@code order[i]} of the operand; no order at all reverses the axes. */
    public Transpose(int... order) {
        this.order = order.clone();
    }

    @Override
    public String name() {
        return "transpose";
    }

    @Override
    public Shape shape(Shape... operands) {
        Shape operand = operands[0];
        int[] from = order(operand);
        return Shape.of(Arrays.stream(from).map(operand::dim).toArray());
    }

    @Override
    public int[] sources(Shape operand) {
        int[] strides = operand.strides();
        int[] steps = Arrays.stream(order(operand)).map(axis -> strides[axis]).toArray();
        return Strided.positions(shape(operand), 0, steps);
    }

    private int[] order(Shape operand) {
        int rank = operand.rank();
        int[] from = new int[rank];
        if (order.length == 0) {
            Arrays.setAll(from, axis -> rank - 1 - axis);
        } else if (order.length == rank) {
            Axes.resolve(name(), operand, order);
            Arrays.setAll(from, axis -> operand.axis(name(), order[axis]));
        } else {
            throw new ShapeException(
                    "transpose: every axis must stand once: order " + Arrays.toString(order) + " for shape " + operand);
        }
        return from;
    }

    @Override
    public String toString() {
        return name() + Arrays.toString(order);
    }
}
