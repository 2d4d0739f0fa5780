package org.wengert.draw;

import java.util.List;

/**
 * One thing in a drawing.
 *
 * @param kind   what it stands for
 * @param fields its texts, side by side
 * @param tip    what a reader who points at it is told
 * @param heat   how large its gradient is among all that are drawn, from 0 to 1; NaN if it is not finite
 * @param onPath whether it lies on the path that is to be seen
 */
record Box(Kind kind, List<String> fields, String tip, double heat, boolean onPath) {
    /** What a box stands for. */
    enum Kind {
        /** A value, with its numbers. */
        VALUE,
        /** An operation. */
        OPERATION,
        /** Something that is there and not drawn. */
        FOLDED
    }
}
