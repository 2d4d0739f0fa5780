package org.wengert.op;

import org.wengert.Shape;

/** Walks an array of any rank with a step of its own along each axis. */
final class Strided {
    private Strided() {}

    /**
     * For each element of {@code shape} in row-major order, {@code offset} plus its index times {@code steps}.
     *
     * @param steps one for each axis of {@code shape}
     */
    static int[] positions(Shape shape, int offset, int... steps) {
        int[] positions = new int[shape.size()];
        int[] index = new int[shape.rank()];
        int position = offset;
        for (int i = 0; i < positions.length; i++) {
            positions[i] = position;
            for (int axis = index.length - 1; axis >= 0; axis--) {
                position += steps[axis];
                if (++index[axis] < shape.dim(axis)) {
                    break;
                }
                position -= steps[axis] * index[axis];
                index[axis] = 0;
            }
        }
        return positions;
    }
}
