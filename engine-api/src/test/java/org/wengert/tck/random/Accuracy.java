package org.wengert.tck.random;

/** How an engine is expected to round one number of a result. */
enum Accuracy {
    /** Not at all: an operand itself, its negative, or a constant. */
    EXACT,
    /** Once, as a processor does: the exact result, rounded. */
    ROUNDED,
    /** By a formula with a few roundings, as if operands and result were off by a few last places. */
    FORMULA,
    /** Once for each term that is added up. */
    SUM
}
