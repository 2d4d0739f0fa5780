package org.wengert.error;

/** A NaN or an infinity where a finite number was needed. */
public final class NonFiniteException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public NonFiniteException(String message) {
        super(message);
    }
}
