package org.wengert.error;

/**
 * More numbers than memory or an array can hold. Nothing of the refused operation is kept; the engine can be used on,
 * best after the scope has been closed that holds what was recorded.
 */
public final class CapacityException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public CapacityException(String message) {
        super(message);
    }

    /** An error with its whole text and what brought it about. */
    public CapacityException(String message, Throwable cause) {
        super(message, cause);
    }
}
