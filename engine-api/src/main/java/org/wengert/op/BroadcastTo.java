package org.wengert.op;

import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * The operand repeated along axes where it has size 1 or none, by NumPy's rule.
 *
 * @param shape the shape of the result
 */
public record BroadcastTo(Shape shape) implements Rearrangement {
    @Override
    public String name() {
        return "broadcastTo";
    }

    @Override
    public Shape shape(Shape... operands) {
        Shape operand = operands[0];
        if (!Shape.broadcast(name(), operand, shape).equals(shape)) {
            throw new ShapeException(
                    "broadcastTo: shape cannot be stretched to the one asked for: " + operand + " to " + shape);
        }
        return shape;
    }

    @Override
    public int[] sources(Shape operand) {
        int[] strides = operand.strides();
        int[] steps = new int[shape.rank()];
        for (int back = 1; back <= operand.rank(); back++) {
            boolean repeated = operand.dim(operand.rank() - back) == 1;
            steps[steps.length - back] = repeated ? 0 : strides[operand.rank() - back];
        }
        return Strided.positions(shape, 0, steps);
    }
}
