package org.wengert.tck;

import org.wengert.Shape;

/** Row-major order: from a position to an index for each axis, and back. */
final class Index {
    private Index() {}

    static int[] of(Shape shape, int position) {
        int[] index = new int[shape.rank()];
        int rest = position;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.dim(axis);
            rest /= shape.dim(axis);
        }
        return index;
    }

    static int position(Shape shape, int... index) {
        int position = 0;
        for (int axis = 0; axis < shape.rank(); axis++) {
            position = position * shape.dim(axis) + index[axis];
        }
        return position;
    }
}
