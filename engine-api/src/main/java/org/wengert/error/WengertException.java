package org.wengert.error;

/**
 * Root of everything that Wengert refuses. Unchecked, because a refused call is a mistake in the program or its input
 * and leaves everything as it was. The text is {@code <operation>: <what is wrong>: <the facts>} and the way out.
 */
public class WengertException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public WengertException(String message) {
        super(message);
    }

    /** An error with its whole text and what brought it about. */
    public WengertException(String message, Throwable cause) {
        super(message, cause);
    }
}
