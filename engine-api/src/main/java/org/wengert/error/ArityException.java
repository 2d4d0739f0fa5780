package org.wengert.error;

/** An operation or a layer given the wrong number of operands or inputs. */
public final class ArityException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public ArityException(String message) {
        super(message);
    }
}
