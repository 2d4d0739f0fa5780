package org.wengert.tck;

/** A file of reference cases that cannot be read or is not laid out as it says; names the file and the case. */
public final class FixtureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error with its whole text. */
    public FixtureException(String message) {
        super(message);
    }
}
