package org.wengert.bench;

/** A training run was told to end before it was complete. */
final class InterruptedRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int steps;

    InterruptedRunException(int steps) {
        super("interrupted after step " + steps);
        this.steps = steps;
    }

    /** How many steps were taken. */
    int steps() {
        return steps;
    }
}
