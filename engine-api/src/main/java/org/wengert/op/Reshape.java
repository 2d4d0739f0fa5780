package org.wengert.op;

import java.util.Arrays;
import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * The same numbers in the same row-major order under another shape of equal size.
 *
 * @param shape the shape of the result
 */
public record Reshape(Shape shape) implements Rearrangement {
    /**
     * A reshape in which one size may be -1: it is what the others leave.
     *
     * @throws ShapeException if more than one size is -1, or what is left is not whole
     */
    public static Reshape of(Shape operand, int... sizes) {
        int[] resolved = sizes.clone();
        int open = -1;
        long known = 1;
        for (int axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] != -1) {
                known *= sizes[axis];
            } else if (open >= 0) {
                throw new ShapeException("reshape: only one size may be -1: got " + Arrays.toString(sizes));
            } else {
                open = axis;
            }
        }
        if (open >= 0) {
            if (known <= 0 || operand.size() % known != 0) {
                throw new ShapeException("reshape: sizes do not match: " + operand + " holds " + operand.size()
                        + " numbers, which " + Arrays.toString(sizes) + " does not divide");
            }
            resolved[open] = (int) (operand.size() / known);
        }
        return new Reshape(Shape.of(resolved));
    }

    @Override
    public String name() {
        return "reshape";
    }

    @Override
    public Shape shape(Shape... operands) {
        Shape operand = operands[0];
        if (operand.size() != shape.size()) {
            throw new ShapeException("reshape: sizes do not match: " + operand + " holds " + operand.size()
                    + " numbers, " + shape + " holds " + shape.size());
        }
        return shape;
    }

    @Override
    public int[] sources(Shape operand) {
        int[] same = new int[operand.size()];
        Arrays.setAll(same, i -> i);
        return same;
    }
}
