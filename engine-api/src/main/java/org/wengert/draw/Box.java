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
 * @param group  the number of the group it stands for or came out of, from 1; 0 if there is none
 */
record Box(Kind kind, List<String> fields, String tip, double heat, boolean onPath, int group) {
    /** What a box stands for. */
    enum Kind {
        /** A value, with its numbers. */
        VALUE,
        /** An operation. */
        OPERATION,
        /** Something that is there and not drawn. */
        FOLDED,
        /** A group that can be opened. */
        GROUP,
        /** The name of the group that is open, which can be folded again. */
        HEADING
    }
}
