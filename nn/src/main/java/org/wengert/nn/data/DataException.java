package org.wengert.nn.data;

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
}
