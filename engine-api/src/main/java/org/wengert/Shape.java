package org.wengert;

import java.util.Arrays;
import org.wengert.error.ShapeException;

/**
 * The sizes of an array along each of its axes, outermost first; numbers lie in row-major order. The shape of a single
 * number is {@code []}. An axis may have size 0, then the array holds nothing. Immutable.
 */
public final class Shape {
    /** The shape of a single number: no axes. */
    public static final Shape SCALAR = new Shape(new int[0], 1);

    private final int[] sizes;
    private final int size;

    private Shape(int[] sizes, int size) {
        this.sizes = sizes;
        this.size = size;
    }

    /**
     * The shape with these sizes.
     *
     * @throws ShapeException if a size is negative or the array would hold 2^31 numbers or more
     */
    public static Shape of(int... sizes) {
        if (sizes.length == 0) {
            return SCALAR;
        }
        long size = 1;
        boolean empty = false;
        for (int n : sizes) {
            if (n < 0) {
                throw new ShapeException("shape: a size is negative: " + n + " in " + Arrays.toString(sizes));
            }
            empty |= n == 0;
            size = Math.min(size * n, Integer.MAX_VALUE + 1L); // neither beyond the range of long, nor back into it
        }
        if (size > Integer.MAX_VALUE && !empty) {
            throw new ShapeException("shape: too many numbers: " + Arrays.toString(sizes)
                    + " holds more than the limit of " + Integer.MAX_VALUE);
        }
        return new Shape(sizes.clone(), empty ? 0 : (int) size);
    }

    /** {@link #of(int...)} of a matrix, the shape that is made most often, without an array that is copied. */
    public static Shape of(int rows, int columns) {
        long size = (long) rows * columns;
        return (rows | columns) >= 0 && size <= Integer.MAX_VALUE
                ? new Shape(new int[] {rows, columns}, (int) size)
                : of(new int[] {rows, columns});
    }

    /** How many axes there are; 0 for a single number. */
    public int rank() {
        return sizes.length;
    }

    /** How many numbers an array of this shape holds. */
    public int size() {
        return size;
    }

    /** The size along an axis that is known to exist, counted from 0. */
    public int dim(int axis) {
        return sizes[axis];
    }

    /** The sizes, as a copy. */
    public int[] dims() {
        return sizes.clone();
    }

    /** Whether this is the shape of a single number, {@code []}. */
    public boolean isScalar() {
        return sizes.length == 0;
    }

    /**
     * An axis counted from 0, where -1 names the last one.
     *
     * @param operation named in the error
     * @throws ShapeException if there is no such axis
     */
    public int axis(String operation, int axis) {
        int counted = axis < 0 ? axis + rank() : axis;
        if (counted < 0 || counted >= rank()) {
            throw new ShapeException(operation + ": no such axis: " + axis + " in shape " + this
                    + (isScalar() ? ", which has no axes" : "; axes are " + -rank() + " to " + (rank() - 1)));
        }
        return counted;
    }

    /** How far apart in the row-major array two neighbours along each axis are. */
    public int[] strides() {
        int[] strides = new int[rank()];
        int stride = 1;
        for (int axis = rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= sizes[axis];
        }
        return strides;
    }

    /**
     * The shape that both operands are stretched to, by NumPy's rule: sizes are aligned from the right, and in each
     * pair they are equal or one of them is 1.
     *
     * @param operation named in the error
     * @throws ShapeException if the shapes do not broadcast
     */
    public static Shape broadcast(String operation, Shape left, Shape right) {
        if (left.equals(right)) {
            return left;
        }
        int rank = Math.max(left.rank(), right.rank());
        int[] result = new int[rank];
        for (int back = 1; back <= rank; back++) {
            int a = back > left.rank() ? 1 : left.sizes[left.rank() - back];
            int b = back > right.rank() ? 1 : right.sizes[right.rank() - back];
            if (a != b && a != 1 && b != 1) {
                throw new ShapeException(operation + ": shapes do not broadcast: " + left + " and " + right
                        + "; aligned from the right, sizes must be equal or one of them 1");
            }
            result[rank - back] = a == 1 ? b : a;
        }
        return of(result);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Shape that && hasSizesOf(that);
    }

    /** In a loop of its own, for shapes are compared at every step and a general one begins by choosing how to go on. */
    private boolean hasSizesOf(Shape that) {
        boolean equal = size == that.size && sizes.length == that.sizes.length;
        for (int axis = 0; equal && axis < sizes.length; axis++) {
            equal = sizes[axis] == that.sizes[axis];
        }
        return equal;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** The sizes in brackets: {@code [2, 3]}. */
    @Override
    public String toString() {
        return Arrays.toString(sizes);
    }
}
