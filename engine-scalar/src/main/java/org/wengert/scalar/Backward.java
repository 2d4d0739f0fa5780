package org.wengert.scalar;

/** What a node does in the reverse sweep: send shares of its gradient to the nodes it was made of. */
@FunctionalInterface
interface Backward {
    /** For leaves and constants, which were made of nothing. */
    Backward NOTHING = y -> {};

    /** Adds to the gradient of each operand the gradient of {@code y} times the derivative of {@code y} by that operand. */
    void send(Node y);
}
