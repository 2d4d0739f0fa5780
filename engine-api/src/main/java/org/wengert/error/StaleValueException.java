package org.wengert.error;

/** A gradient asked of a recording whose variables have been set to other numbers since. */
public final class StaleValueException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public StaleValueException(String message) {
        super(message);
    }
}
