package org.wengert.op;

import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * Operands laid one after another along an axis; all other sizes must be equal. Each operand's gradient is its part.
 *
 * @param axis the axis along which they are joined; -1 is the last
 */
public record Concat(int axis) implements Structural {
    @Override
    public String name() {
        return "concat";
    }

    @Override
    public int arity() {
        return VARIADIC;
    }

    @Override
    public Shape shape(Shape... operands) {
        Shape first = operands[0];
        int joined = first.axis(name(), axis);
        int[] sizes = first.dims();
        long length = 0;
        for (Shape operand : operands) {
            boolean fits = operand.rank() == first.rank();
            for (int other = 0; fits && other < sizes.length; other++) {
                fits = other == joined || operand.dim(other) == sizes[other];
            }
            if (!fits) {
                throw new ShapeException(
                        "concat: operands differ beside axis " + joined + ": " + first + " and " + operand);
            }
            length += operand.dim(joined);
        }
        sizes[joined] = (int) Math.min(length, Integer.MAX_VALUE);
        return Shape.of(sizes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.concat(this);
    }
}
