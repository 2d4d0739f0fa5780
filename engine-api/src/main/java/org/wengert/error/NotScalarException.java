package org.wengert.error;

/** A single number was needed and an array of another size was given. */
public final class NotScalarException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public NotScalarException(String message) {
        super(message);
    }
}
