package org.wengert.scalar;

/** What a node does in the reverse sweep: send shares of its gradient to the nodes it was made of. */
@FunctionalInterface
interface Backward {
    /** For leaves and constants, which were made of nothing. */
    Backward NOTHING = gradient -> {};

    /** Adds to the gradient of each operand this node's gradient times the local derivative. */
    void send(double gradient);
}
