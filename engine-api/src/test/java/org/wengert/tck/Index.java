package org.wengert.tck;

import org.wengert.Shape;

/** Row-major order: from a position to an index for each axis, and back. */
public final class Index {
    private Index() {}

    /** The index along each axis of the number at a position. */
    public static int[] of(Shape shape, int position) {
        int[] index = new int[shape.rank()];
        int rest = position;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.dim(axis);
            rest /= shape.dim(axis);
        }
        return index;
    }

    /** The position of the number at an index. */
    public static int position(Shape shape, int... index) {
        int position = 0;
        for (int axis = 0; axis < shape.rank(); axis++) {
            position = position * shape.dim(axis) + index[axis];
        }
        return position;
    }

    /** The position of the number that broadcasting takes from an operand for a number of the result. */
    public static int stretched(Shape operand, int... index) {
        int[] own = new int[operand.rank()];
        for (int axis = 0; axis < own.length; axis++) {
            own[axis] = operand.dim(axis) == 1 ? 0 : index[index.length - own.length + axis];
        }
        return position(operand, own);
    }
}
