package org.wengert.nn;

import org.wengert.error.WengertException;

/** A network that cannot be built as asked for, or parameters that are not those of the network. */
public final class ModelException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public ModelException(String message) {
        super(message);
    }
}
