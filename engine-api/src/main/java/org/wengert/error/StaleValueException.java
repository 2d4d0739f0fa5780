package org.wengert.error;

import org.wengert.Value;

/** A gradient asked of a recording whose variables have been set to other numbers since. */
public final class StaleValueException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public StaleValueException(String message) {
        super(message);
    }

    /** The error for a variable that was set after the recording used it. */
    public static StaleValueException of(Value variable) {
        return new StaleValueException("backward: a variable was set after it was used: "
                + (variable.label().isEmpty() ? "one" : "'" + variable.label() + "'") + " of shape " + variable.shape()
                + "; compute the root again from the new numbers, then differentiate it");
    }
}
