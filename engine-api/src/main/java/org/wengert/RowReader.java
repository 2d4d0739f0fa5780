package org.wengert;

import org.wengert.error.ShapeException;

/**
 * Rows of numbers that are read when they are needed, from wherever they are stored: so no array of all of them has to be
 * made only to be copied. A row is what an array holds under one index of its first axis.
 */
@FunctionalInterface
public interface RowReader {
    /**
     * Writes all numbers of a row, in row-major order. The place may hold numbers of an earlier row, and what surrounds
     * it may not be touched.
     *
     * @param row  counted from 0
     * @param into an array that belongs to the caller
     * @param at   where the row begins in it
     */
    void read(int row, double[] into, int at);

    /**
     * All rows of an array, one after another; none is asked for where there are no numbers.
     *
     * @throws ShapeException if the shape is [], which has no rows
     */
    default double[] readAll(Shape shape) {
        double[] numbers = new double[shape.size()];
        int width = width(shape);
        for (int row = 0; row * (long) width < numbers.length; row++) {
            read(row, numbers, row * width);
        }
        return numbers;
    }

    /**
     * How many numbers a row has; 0 where there are none at all.
     *
     * @throws ShapeException if the shape is []
     */
    static int width(Shape shape) {
        if (shape.isScalar()) {
            throw new ShapeException("constant: a single number has no rows: the shape is []; give the number itself");
        }
        return shape.size() == 0 ? 0 : shape.size() / shape.dim(0);
    }
}
