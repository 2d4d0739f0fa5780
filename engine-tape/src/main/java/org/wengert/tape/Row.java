package org.wengert.tape;

/**
 * What a row of the tape is, in one word: a code and two operands. One word is one load and one store where parallel
 * arrays would be three.
 */
final class Row {
    /** A constant; this and the next three are kinds of rows, other codes are operations of {@link ScalarLane}. */
    static final int CONSTANT = 0;

    /** A constant or variable in storage that outlives scopes; {@code left} is the number of the note. */
    static final int LEAF = 1;

    /** The result of an array operation; {@code left} is the number of the note. */
    static final int ARRAY = 2;

    /** A number that was computed in an inference scope. */
    static final int UNRECORDED = 3;

    /** The first code of an operation of the scalar lane. */
    static final int MUL = 4;

    static final int ADD = 5;
    static final int RELU = 6;
    static final int TANH = 7;

    /** Any other unary operation of the table that has no parameters: {@code right} is its index. */
    static final int UNARY = 8;

    /** Any other unary operation: {@code right} is the number of the note that holds it. */
    static final int NOTED_UNARY = 9;

    static final int SUB = 10;
    static final int DIV = 11;

    /** Any other binary operation of the table: this plus its index. */
    static final int BINARY = 12;

    private static final int BITS = 28;

    /** How many rows there can be. */
    static final int LIMIT = 1 << BITS;

    /** By how much words differ whose operands both stand two rows apart. */
    static final long TWO_ROWS = 2L << BITS | 2;

    private static final int MASK = LIMIT - 1;

    private Row() {}

    static long word(int code, int left, int right) {
        return (long) code << (2 * BITS) | (long) left << BITS | right;
    }

    static int code(long word) {
        return (int) (word >>> (2 * BITS));
    }

    static int left(long word) {
        return (int) (word >>> BITS) & MASK;
    }

    static int right(long word) {
        return (int) word & MASK;
    }

    static boolean isUnary(int code) {
        return code >= RELU && code <= NOTED_UNARY;
    }
}
