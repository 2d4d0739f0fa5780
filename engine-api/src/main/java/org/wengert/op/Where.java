package org.wengert.op;

import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * The left operand where a fixed mask is true and the right one elsewhere; mask and operands broadcast together. The
 * operand that is not taken gets no gradient at all, so a NaN or an infinity in it cannot leak. What that operand was made
 * of still sees a gradient of zero, and zero times an infinite slope is NaN: mask the input of such an operation too.
 */
public final class Where implements Structural {
    private final Shape maskShape;
    private final boolean[] mask;

    /**
     * A choice by a mask.
     *
     * @throws ShapeException if the mask does not fill its shape
     */
    public Where(Shape maskShape, boolean... mask) {
        if (mask.length != maskShape.size()) {
            throw new ShapeException("where: mask does not fill its shape: " + maskShape + " holds " + maskShape.size()
                    + ", got " + mask.length);
        }
        this.maskShape = maskShape;
        this.mask = mask.clone();
    }

    /** The mask, as a copy, in row-major order. */
    public boolean[] mask() {
        return mask.clone();
    }

    /** The mask's shape, which may be smaller than the result's. */
    public Shape maskShape() {
        return maskShape;
    }

    @Override
    public String name() {
        return "where";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Shape shape(Shape... operands) {
        return Shape.broadcast(name(), maskShape, Shape.broadcast(name(), operands[0], operands[1]));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.where(this);
    }

    @Override
    public String toString() {
        return name();
    }
}
