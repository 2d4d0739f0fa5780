package org.wengert.tape;

import org.wengert.RowReader;
import org.wengert.Shape;

/**
 * Reads rows into the arena by way of a small array, which stays in the nearest cache: a batch of images in 64 bits would not,
 * and to make and clear an array for it takes as long as to fill it.
 */
final class Gathering<A> {
    private static final int PIECE = 1024;

    private static final double[] LENT = new double[0];

    private final TapeEngine<A> owner;
    private double[] piece = new double[PIECE];

    Gathering(TapeEngine<A> owner) {
        this.owner = owner;
    }

    /** A constant of rows, for a shape that has some. The reader is foreign code, which may do anything between two rows. */
    ArrayValue<A> constant(Shape shape, RowReader rows) {
        int width = RowReader.width(shape);
        int count = shape.size() / width;
        int together = Math.max(1, PIECE / width);
        double[] numbers = piece.length < width ? new double[Math.max(PIECE, width)] : piece;
        piece = LENT; // a reader that gathers rows itself takes another
        try {
            ArrayValue<A> constant = ArrayValue.constant(owner, shape);
            for (int from = 0; from < count; from += together) {
                int end = Math.min(count, from + together);
                for (int row = from; row < end; row++) {
                    rows.read(row, numbers, (row - from) * width);
                }
                constant.put(numbers, from * width, (end - from) * width);
            }
            return constant;
        } finally {
            piece = numbers;
        }
    }
}
