package org.wengert.nn.data;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wengert.error.WengertException;
import org.wengert.nn.io.FileException;

/** Data that cannot be read or cannot be used; the text names the file, line and column, or the sample. */
public final class DataException extends WengertException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Place place;

    /** An error with its whole text. */
    public DataException(String message) {
        super(message);
        place = null;
    }

    /** An error with its whole text and what brought it about. */
    public DataException(String message, Throwable cause) {
        super(message, cause);
        place = null;
    }

    /** An error about a field, whose place stands in the text too. */
    DataException(String message, Place place) {
        super(message);
        this.place = place;
    }

    /** The field that this is about; empty if it is not about one. */
    public Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /** A file that the system does not let us read. */
    static DataException unreadable(String format, Path file, IOException cause) {
        return cause instanceof NoSuchFileException
                ? new DataException(format + ": no such file: " + file, cause)
                : new DataException(format + ": cannot read " + file + ": " + FileException.reason(cause), cause);
    }

    /** A file that is larger than memory. */
    static DataException noRoom(String format, Path file, OutOfMemoryError cause) {
        return new DataException(
                format + ": no room: " + file + " does not fit into a heap of "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB; give java more memory with -Xmx",
                cause);
    }
}
