package org.wengert.op;

import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * Every {@code step}-th element along one axis, from {@code start} up to but without {@code stop}.
 *
 * @param axis  the axis; -1 is the last
 * @param start first index taken
 * @param stop  first index no longer taken
 * @param step  distance between two taken, at least 1
 */
public record Slice(int axis, int start, int stop, int step) implements Rearrangement {
    @Override
    public String name() {
        return "slice";
    }

    @Override
    public Shape shape(Shape... operands) {
        Shape operand = operands[0];
        int along = operand.axis(name(), axis);
        int length = operand.dim(along);
        if (start < 0 || stop < start || stop > length || step < 1) {
            throw new ShapeException("slice: range does not fit: " + start + " to " + stop + " step " + step
                    + " along axis " + along + " of shape " + operand
                    + "; 0 <= start <= stop <= " + length + " and step >= 1 are needed");
        }
        int[] sizes = operand.dims();
        sizes[along] = stop == start ? 0 : (stop - start - 1) / step + 1;
        return Shape.of(sizes);
    }

    @Override
    public int[] sources(Shape operand) {
        int along = operand.axis(name(), axis);
        int[] steps = operand.strides();
        int offset = start * steps[along];
        steps[along] *= step;
        return Strided.positions(shape(operand), offset, steps);
    }
}
