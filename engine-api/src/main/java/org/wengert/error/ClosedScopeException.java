package org.wengert.error;

/** A value used after the scope it was made in was closed. */
public final class ClosedScopeException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public ClosedScopeException(String message) {
        super(message);
    }
}
