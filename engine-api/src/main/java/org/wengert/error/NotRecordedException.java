package org.wengert.error;

/** A gradient asked of a value whose operations were not recorded. */
public final class NotRecordedException extends WengertException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public NotRecordedException(String message) {
        super(message);
    }
}
