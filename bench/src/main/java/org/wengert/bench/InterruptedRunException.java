package org.wengert.bench;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A training run was told to end before it was complete. */
final class InterruptedRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int steps;
    private final @Nullable String failure;

    /** A run that ended after this many steps, and why its last step could not be saved if that is so. */
    InterruptedRunException(int steps, Optional<String> failure) {
        super("interrupted after step " + steps);
        this.steps = steps;
        this.failure = failure.orElse(null);
    }

    /** How many steps were taken. */
    int steps() {
        return steps;
    }

    /** Why the last of them is in no checkpoint; empty if it is in one, or none was asked for. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}
