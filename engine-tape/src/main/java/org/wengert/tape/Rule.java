package org.wengert.tape;

/** How an array operation is computed, and how its adjoint goes back to its operands. */
interface Rule {
    /** Fills in the result, whose numbers may be anything before. */
    void forward(Block[] operands, Block result);

    /** Adds to the adjoint of each live operand its share of the result's adjoint; asks no other for its adjoint. */
    void backward(Block[] operands, Block result);
}
