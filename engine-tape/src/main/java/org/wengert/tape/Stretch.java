package org.wengert.tape;

import org.wengert.Shape;

/** How an operand of an elementwise operation lies beside the result. */
enum Stretch {
    /** It has the result's size: one number for each. */
    SAME,
    /** It is a single number, which stands for all. */
    ONE,
    /** It is repeated as a whole: it has the result's last axes and is 1 along the others. */
    REPEATED,
    /** Anything else that broadcasts. */
    SCATTERED;

    static Stretch of(Shape operand, Shape result) {
        if (operand.size() == result.size()) {
            return SAME;
        }
        if (operand.size() == 1) {
            return ONE;
        }
        return isRepeated(operand, result) ? REPEATED : SCATTERED;
    }

    private static boolean isRepeated(Shape operand, Shape result) {
        int size = 1;
        for (int back = 1; size < operand.size(); back++) {
            int along = operand.dim(operand.rank() - back);
            if (along != result.dim(result.rank() - back)) {
                return false;
            }
            size *= along;
        }
        return true;
    }
}
