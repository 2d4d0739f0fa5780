package org.wengert.tape;

import org.wengert.op.Unary;

/** The constants in an operation's formula, such as the exponent of a power. */
final class Constants {
    private Constants() {}

    /** The constant at a place; kernels round it to their precision. */
    static double of(Unary op, int place) {
        return op.parameters()[place];
    }
}
