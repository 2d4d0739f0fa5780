package org.wengert.op;

import org.wengert.Shape;

/**
 * Every operation whose result holds numbers of its one operand and computes nothing: in another order, repeated, or
 * with some left out. It is stated by where each number comes from; its gradient goes back the same way, adding up
 * where a number was repeated.
 */
public sealed interface Rearrangement extends Structural permits Reshape, Transpose, BroadcastTo, Slice, Gather {
    /** For each number of the result, in row-major order, the position of its source in the operand. */
    int[] sources(Shape operand);

    @Override
    default int arity() {
        return 1;
    }

    @Override
    default <R> R accept(Visitor<R> visitor) {
        return visitor.rearrange(this);
    }
}
