package org.wengert.tck;

import org.opentest4j.TestAbortedException;

/** Ends a test that what the engine says of itself excludes. Nothing is missing from the proof then. */
final class NotAsked extends TestAbortedException {
    private static final long serialVersionUID = 1;

    NotAsked(String reason) {
        super(reason);
    }

    static NotAsked of(Throwable refusal) {
        Throwable cause = refusal;
        while (!(cause instanceof UnsupportedOperationException)) {
            cause = cause.getCause();
        }
        return new NotAsked("declared absent: " + cause.getMessage());
    }
}
