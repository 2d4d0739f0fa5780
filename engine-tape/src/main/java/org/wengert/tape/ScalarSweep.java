package org.wengert.tape;

import org.wengert.op.Binary;
import org.wengert.op.Numerics;

/**
 * The reverse sweep over rows of the scalar lane. A gradient of single numbers spends its time here, so arrays stand in
 * local variables and the most frequent operations stand first. Why {@code + 0.0} after each share: see {@link Tape}.
 */
final class ScalarSweep {
    private static final long ONE = Double.doubleToRawLongBits(1);

    private final Tape tape;
    private final ScalarLane lane;

    ScalarSweep(Tape tape, ScalarLane lane) {
        this.tape = tape;
        this.lane = lane;
    }

    /**
     * Sends adjoints back to operands, from a row of this lane down to the next that was reached and is of another kind,
     * or to the lowest that was reached.
     *
     * @return the row where it stopped
     */
    int run(int from) {
        long[] words = tape.words;
        double[] values = tape.values;
        double[] adjoints = tape.adjoints;
        int lowest = tape.lowest();
        int row = from;
        for (; row >= 0 && row >= lowest; row--) {
            double g = adjoints[row];
            if (!Tape.isReached(g)) {
                continue;
            }
            long word = words[row];
            long sum = Row.word(Row.ADD, row - 2, row - 1);
            while (word == sum) { // see SumsOfProducts, which knows the same pattern
                long product = words[row - 1];
                int a = Row.left(product);
                int b = Row.right(product);
                int before = row - 2;
                if (Row.code(product) != Row.MUL
                        || a == before
                        || b == before
                        || Tape.isReached(adjoints[row - 1])
                        || Tape.isReached(adjoints[before])) {
                    break;
                }
                double left = values[a];
                adjoints[a] = adjoints[a] + g * values[b] + 0.0;
                adjoints[b] = adjoints[b] + g * left + 0.0;
                if (a < lowest) {
                    lowest = a;
                }
                if (b < lowest) {
                    lowest = b;
                }
                row = before;
                word = words[row];
                sum -= Row.TWO_ROWS;
            }
            int code = Row.code(word);
            int a = Row.left(word);
            int b = Row.right(word);
            if (code == Row.MUL) {
                double left = values[a];
                adjoints[a] = adjoints[a] + g * values[b] + 0.0;
                adjoints[b] = adjoints[b] + g * left + 0.0;
            } else if (code == Row.ADD) {
                adjoints[a] = adjoints[a] + g + 0.0;
                adjoints[b] = adjoints[b] + g + 0.0;
            } else if (code < Row.MUL) {
                adjoints[row] = g; // which may have been carried here
                lowest = Math.min(lowest, row);
                break;
            } else if (code <= Row.NOTED_UNARY) {
                adjoints[a] = adjoints[a] + g * slope(word, values[a], values[row]) + 0.0;
                b = a;
            } else {
                binary(word, g, row);
            }
            lowest = Math.min(lowest, Math.min(a, b));
        }
        tape.lower(lowest);
        return row;
    }

    private double slope(long word, double x, double y) {
        return switch (Row.code(word)) {
            case Row.RELU -> reluSlope(y);
            case Row.TANH -> Numerics.tanhSlope(x, y);
            default -> lane.unary(word).slope(x, y);
        };
    }

    /** 1 for what is above 0 and 0 for 0, without a branch that the processor would have to guess. */
    private static double reluSlope(double y) {
        long isAbove = -Double.doubleToRawLongBits(y) >> (Long.SIZE - 1);
        return Double.isNaN(y) ? y : Double.longBitsToDouble(isAbove & ONE);
    }

    private void binary(long word, double g, int row) {
        double[] adjoints = tape.adjoints;
        int a = Row.left(word);
        int b = Row.right(word);
        double left = tape.values[a];
        double right = tape.values[b];
        double y = tape.values[row];
        switch (Row.code(word)) {
            case Row.SUB -> {
                adjoints[a] = adjoints[a] + g + 0.0;
                adjoints[b] = adjoints[b] - g + 0.0;
            }
            case Row.DIV -> {
                adjoints[a] = adjoints[a] + g * (1 / right) + 0.0;
                adjoints[b] = adjoints[b] + g * (-y / right) + 0.0;
            }
            default -> {
                Binary op = ScalarLane.binary(word);
                adjoints[a] = adjoints[a] + g * op.left(left, right, y) + 0.0;
                adjoints[b] = adjoints[b] + g * op.right(left, right, y) + 0.0;
            }
        }
    }
}
