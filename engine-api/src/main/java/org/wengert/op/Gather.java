package org.wengert.op;

import org.wengert.Shape;
import org.wengert.error.ShapeException;

/** The slices of an operand with given indices along one axis, in that order; an index may repeat. */
public final class Gather implements Rearrangement {
    private final int axis;
    private final int[] indices;

    /**
     * A choice of slices.
     *
     * @param axis    the axis; -1 is the last
     * @param indices which slices, counted from 0
     */
    public Gather(int axis, int... indices) {
        this.axis = axis;
        this.indices = indices.clone();
    }

    @Override
    public String name() {
        return "gather";
    }

    @Override
    public Shape shape(Shape... operands) {
        Shape operand = operands[0];
        int along = operand.axis(name(), axis);
        for (int index : indices) {
            if (index < 0 || index >= operand.dim(along)) {
                throw new ShapeException("gather: index out of range: " + index + " along axis " + along + " of shape "
                        + operand + "; indices are 0 to " + (operand.dim(along) - 1));
            }
        }
        int[] sizes = operand.dims();
        sizes[along] = indices.length;
        return Shape.of(sizes);
    }

    @Override
    public int[] sources(Shape operand) {
        int along = operand.axis(name(), axis);
        int stride = operand.strides()[along];
        int[] steps = operand.strides();
        steps[along] = 0;
        Shape result = shape(operand);
        int[] sources = Strided.positions(result, 0, steps);
        for (int i = 0; i < sources.length; i++) {
            sources[i] += indices[i / stride % indices.length] * stride;
        }
        return sources;
    }

    @Override
    public String toString() {
        return name();
    }
}
