package org.wengert.op;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * One number for each group of numbers that differ only along the reduced axes. Groups are gone through in index order.
 *
 * <p>Mean and log-sum-exp of nothing are NaN and negative infinity, sum of nothing is 0; maximum and minimum of nothing
 * are refused.
 */
public final class Reduce implements Structural {
    /** What is made of a group {@code x}. */
    public enum Kind {
        /** Their sum; each share of the gradient is 1. */
        SUM("sum"),
        /** Their sum divided by their count n; each share is 1/n. */
        MEAN("mean"),
        /** The largest; those that tie for it share the gradient equally. NaN if there is one. */
        MAX("max"),
        /** The smallest; those that tie for it share the gradient equally. NaN if there is one. */
        MIN("min"),
        /** {@code ln sum e^x}, shifted by the largest so that it never overflows; shares are the softmax. */
        LOG_SUM_EXP("logSumExp");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The fluent method's name. */
        public String text() {
            return text;
        }
    }

    private final Kind kind;
    private final int[] axes;
    private final boolean keepDims;

    /**
     * A reduction.
     *
     * @param kind     what is made of each group
     * @param keepDims whether reduced axes stay, with size 1
     * @param axes     reduced axes, -1 the last; none means all
     */
    public Reduce(Kind kind, boolean keepDims, int... axes) {
        this.kind = kind;
        this.keepDims = keepDims;
        this.axes = axes.clone();
    }

    /** What is made of each group. */
    public Kind kind() {
        return kind;
    }

    /** Whether reduced axes stay, with size 1. */
    public boolean keepDims() {
        return keepDims;
    }

    /** The reduced axes of an operand, counted from 0, ascending. */
    public int[] axes(Shape operand) {
        return Axes.resolve(name(), operand, axes);
    }

    @Override
    public String name() {
        return kind.text();
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Shape shape(Shape... operands) {
        Shape operand = operands[0];
        if (axes.length == 0 && !keepDims && operand.size() > 0) {
            return Shape.SCALAR; // what every loss ends in
        }
        Shape kept = keptShape(operand);
        if ((kind == Kind.MAX || kind == Kind.MIN) && operand.size() == 0 && kept.size() > 0) {
            throw new ShapeException(name() + ": nothing to choose from: the operand's shape is " + operand);
        }
        if (keepDims) {
            return kept;
        }
        int[] reduced = axes(operand);
        int[] left = IntStream.range(0, operand.rank())
                .filter(axis -> Arrays.binarySearch(reduced, axis) < 0)
                .map(operand::dim)
                .toArray();
        return Shape.of(left);
    }

    /** The operand's shape with size 1 along each reduced axis. */
    public Shape keptShape(Shape operand) {
        int[] sizes = operand.dims();
        for (int axis : axes(operand)) {
            sizes[axis] = 1;
        }
        return Shape.of(sizes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.reduce(this);
    }

    @Override
    public String toString() {
        return name() + Arrays.toString(axes);
    }
}
