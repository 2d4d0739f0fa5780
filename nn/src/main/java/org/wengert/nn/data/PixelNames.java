package org.wengert.nn.data;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The names of an image's pixels row by row: {@code r0c0}, {@code r0c1} and so on. Made when asked for: a large image has
 * many more bytes of names than of pixels.
 */
final class PixelNames extends AbstractList<String> implements RandomAccess {
    private final int rows;
    private final int columns;

    PixelNames(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    public String get(int pixel) {
        Objects.checkIndex(pixel, size());
        return "r" + pixel / columns + "c" + pixel % columns;
    }

    @Override
    public int size() {
        return rows * columns;
    }
}
