package org.wengert.error;

/** Shapes, axes or counts of numbers that do not fit together. */
public final class ShapeException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public ShapeException(String message) {
        super(message);
    }
}
