package org.wengert.error;

/** No engine, or no single engine, answers to the choice that was made. */
public final class UnknownEngineException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public UnknownEngineException(String message) {
        super(message);
    }
}
