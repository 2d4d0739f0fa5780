package org.wengert.tck.random;

/**
 * One number of a result: what it is, and of which numbers.
 *
 * @param slots     which operand each number is taken from
 * @param positions where it stands there, in row-major order
 */
record Term(Meaning meaning, int[] slots, int[] positions) {
    /** A number of the only operand, as it is. */
    static Term copy(int position) {
        return copy(0, position);
    }

    /** A number of an operand, as it is. */
    static Term copy(int slot, int position) {
        return new Term(RowFormula.COPY.meaning(), new int[] {slot}, new int[] {position});
    }

    /** Made of numbers of the only operand. */
    static Term of(RowFormula formula, int... positions) {
        return new Term(formula.meaning(), new int[positions.length], positions);
    }
}
