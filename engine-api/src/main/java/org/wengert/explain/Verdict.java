package org.wengert.explain;

import java.util.List;
import org.wengert.Value;

/**
 * Why a gradient is not an ordinary number.
 *
 * @param kind what happened
 * @param at   the results of operations where it happened, those nearest to the variable first; none if it has no place
 * @param text the same in words
 */
public record Verdict(Kind kind, List<Value> at, String text) {
    /** What can happen to a gradient. */
    public enum Kind {
        /** Zero: nothing that the loss was made of was made of the variable. */
        UNUSED,
        /** Zero: the loss was made of the variable's number, but as a constant. */
        CUT,
        /** Zero: on every path there is an operation with slope 0, such as a dead relu or a product with 0. */
        ZERO_SLOPE,
        /** Zero: paths contribute numbers that add up to zero. */
        CANCELLED,
        /** Zero or below a millionth: the product of slopes is so small, as behind a saturated tanh. */
        VANISHED,
        /** Above a million. */
        HUGE,
        /** NaN or infinite. */
        NOT_FINITE
    }
}
