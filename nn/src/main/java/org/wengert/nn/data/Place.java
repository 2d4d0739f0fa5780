package org.wengert.nn.data;

import java.nio.file.Path;
import java.util.Optional;
import org.wengert.error.Excerpt;

/**
 * Where a field stands that an error is about.
 *
 * @param file   that it was read from; empty if it was not
 * @param line   of the file on which its row begins, counted from 1; without a file the row, counted from 0, or -1 for a row
 *     that stands alone
 * @param column its position in the row, counted from 0
 * @param name   of the column
 */
public record Place(Optional<Path> file, long line, int column, String name) {
    /** In a file. */
    static Place of(Path file, long line, int column, String name) {
        return new Place(Optional.of(file), line, column, name);
    }

    /** In a row that stands alone. */
    static Place of(int column, String name) {
        return new Place(Optional.empty(), -1, column, name);
    }

    /** In words for a message. */
    @Override
    public String toString() {
        String row = line < 0 ? "" : file.map(path -> path + ", line ").orElse("row ") + line + ", ";
        return row + "column '" + Excerpt.of(name) + "'";
    }
}
