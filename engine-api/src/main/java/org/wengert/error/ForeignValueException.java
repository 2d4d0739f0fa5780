package org.wengert.error;

/** A value that belongs to another engine than the one asked to work with it. */
public final class ForeignValueException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public ForeignValueException(String message) {
        super(message);
    }
}
