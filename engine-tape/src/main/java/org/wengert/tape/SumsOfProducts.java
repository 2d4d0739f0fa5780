package org.wengert.tape;

/**
 * Sums of products, the bulk of what is recorded number by number, are swept as one. In {@code s = c + a * b} the
 * product and the sum {@code c} so far stand in the two rows before and are mostly used here alone. Their adjoints are
 * then that of {@code s}, and the sweep carries it down in a register instead of through their rows.
 *
 * <p>So their adjoints are not written. They can be told by that: a row that a sweep did not reach, but the sum that
 * uses it. They are written down when the gradient of such a row is asked for.
 */
final class SumsOfProducts {
    private final Tape tape;
    private boolean settled = true;

    SumsOfProducts(Tape tape) {
        this.tape = tape;
    }

    /** Whether a row is a sum of the two rows before, the second of which is a product. */
    private boolean isSum(int row) {
        long[] words = tape.words;
        return row >= 2
                && words[row] == Row.word(Row.ADD, row - 2, row - 1)
                && Row.code(words[row - 1]) == Row.MUL;
    }

    /** A sweep begins. */
    void beginSweep() {
        settled = false;
    }

    /** Writes down the adjoints that the latest sweep has carried past their rows. */
    void settle() {
        if (settled) {
            return;
        }
        settled = true;
        for (int row = tape.sweptTo() - 1; row >= tape.lowest(); row--) {
            if (isSum(row) && tape.isReached(row)) {
                pass(row, row - 1);
                pass(row, row - 2);
            }
        }
    }

    private void pass(int sum, int row) {
        if (!tape.isReached(row)) {
            tape.adjoints[row] = tape.adjoints[sum];
        }
    }

    /** Settles before rows are cut off that have the adjoints of rows which stay. */
    void cut(int rows) {
        if (tape.sweptTo() > rows && (isSum(rows) || rows + 1 < tape.sweptTo() && isSum(rows + 1))) {
            settle();
        }
    }
}
