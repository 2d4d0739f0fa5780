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

    /** A constant of rows. The reader is foreign code, which may do anything between two rows. */
    ArrayValue<A> constant(Shape shape, RowReader rows) {
        ArrayValue<A> constant = ArrayValue.constant(owner, shape);
        double[] own = piece;
        piece = LENT; // a reader that gathers rows itself takes another
        boolean complete = false;
        try {
            int width = RowReader.width(shape);
            fill(constant, shape, rows, own.length < width ? new double[Math.max(PIECE, width)] : own);
            complete = true;
            return constant;
        } finally {
            piece = own;
            if (!complete) {
                constant.giveBack();
            }
        }
    }

    private static <A> void fill(ArrayValue<A> constant, Shape shape, RowReader rows, double[] numbers) {
        int width = RowReader.width(shape);
        int count = width == 0 ? 0 : shape.size() / width;
        int together = width == 0 ? 1 : numbers.length / width;
        int read;
        for (int from = 0; from < count; from += read) {
            read = Math.min(together, count - from);
            for (int row = 0; row < read; row++) {
                rows.read(from + row, numbers, row * width);
            }
            constant.put(numbers, from * width, read * width);
        }
    }
}
