package org.wengert.nn.data;

import java.nio.file.Path;
import org.wengert.error.WengertException;

/** Data that cannot be read or cannot be used; the text names the file, line and column, or the sample. */
public final class DataException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public DataException(String message) {
        super(message);
    }

    /** An error with its whole text and what brought it about. */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A file that is larger than memory. */
    static DataException noRoom(String format, Path file, OutOfMemoryError cause) {
        return new DataException(
                format + ": no room: " + file + " does not fit into a heap of "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB; give java more memory with -Xmx",
                cause);
    }
}
