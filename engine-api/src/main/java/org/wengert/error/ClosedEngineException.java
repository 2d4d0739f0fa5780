package org.wengert.error;

/** An engine, or anything of it, used after the engine was closed. */
public final class ClosedEngineException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public ClosedEngineException(String message) {
        super(message);
    }
}
