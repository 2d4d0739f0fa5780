package org.wengert.tape;

import org.wengert.op.Binary;
import org.wengert.op.Numerics;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * Operations on single numbers: one row in the tape's parallel arrays, no object. The most frequent ones have a code of
 * their own; the others go through their table entry, so that the table alone states them.
 */
final class ScalarLane {
    private static final byte ADD = 4;
    private static final byte SUB = 5;
    private static final byte MUL = 6;
    private static final byte DIV = 7;
    private static final byte TANH = 8;
    private static final byte RELU = 9;

    /** Any other unary operation: {@code right} is the number of the note that holds it. */
    private static final byte UNARY = 10;

    /** Any other binary operation of the table: this plus its index. */
    private static final byte BINARY = 11;

    private static final Binary[] BINARIES = Binary.table().toArray(new Binary[0]);

    private final Tape tape;

    ScalarLane(Tape tape) {
        this.tape = tape;
    }

    /** Computes and records; returns the row. */
    int record(Unary op, int x) {
        byte code = op == Unary.TANH ? TANH : op == Unary.RELU ? RELU : UNARY;
        double y = op.value(tape.values[x]);
        int row = tape.add(code, x, code == UNARY ? tape.note(op) : 0, tape.live[x]);
        tape.values[row] = y;
        return row;
    }

    /** Computes and records an operation of the table; returns the row. */
    int record(Binary op, int a, int b) {
        double left = tape.values[a];
        double right = tape.values[b];
        byte code;
        double y;
        if (op == Binary.ADD) {
            code = ADD;
            y = left + right;
        } else if (op == Binary.MUL) {
            code = MUL;
            y = left * right;
        } else if (op == Binary.SUB) {
            code = SUB;
            y = left - right;
        } else if (op == Binary.DIV) {
            code = DIV;
            y = left / right;
        } else {
            code = (byte) (BINARY + op.index());
            y = op.value(left, right);
        }
        int row = tape.add(code, a, b, tape.live[a] || tape.live[b]);
        tape.values[row] = y;
        return row;
    }

    /** Sends the adjoint of a row of this lane to its operands; returns the lowest row reached. */
    int backward(int row) {
        double[] values = tape.values;
        double[] adjoints = tape.adjoints;
        double g = adjoints[row];
        int a = tape.left[row];
        int b = tape.right[row];
        byte code = tape.codes[row];
        switch (code) {
            case ADD -> {
                adjoints[a] += g;
                adjoints[b] += g;
            }
            case SUB -> {
                adjoints[a] += g;
                adjoints[b] -= g;
            }
            case MUL -> {
                double left = values[a];
                adjoints[a] += g * values[b];
                adjoints[b] += g * left;
            }
            case DIV -> {
                adjoints[a] += g * (1 / values[b]);
                adjoints[b] += g * (-values[row] / values[b]);
            }
            case TANH -> adjoints[a] += g * Numerics.tanhSlope(values[a], values[row]);
            case RELU -> adjoints[a] += g * Unary.RELU.slope(values[a], values[row]);
            case UNARY -> adjoints[a] += g * ((Unary) tape.noteOf(b)).slope(values[a], values[row]);
            default -> {
                Binary op = BINARIES[code - BINARY];
                adjoints[a] += g * op.left(values[a], values[b], values[row]);
                adjoints[b] += g * op.right(values[a], values[b], values[row]);
            }
        }
        tape.reached[a] = true;
        if (isUnary(code)) {
            return a;
        }
        tape.reached[b] = true;
        return Math.min(a, b);
    }

    private static boolean isUnary(byte code) {
        return code == TANH || code == RELU || code == UNARY;
    }

    /** The operation that made a row of this lane. */
    Op op(int row) {
        byte code = tape.codes[row];
        return switch (code) {
            case ADD -> Binary.ADD;
            case SUB -> Binary.SUB;
            case MUL -> Binary.MUL;
            case DIV -> Binary.DIV;
            case TANH -> Unary.TANH;
            case RELU -> Unary.RELU;
            case UNARY -> (Op) tape.noteOf(tape.right[row]);
            default -> BINARIES[code - BINARY];
        };
    }

    /** The operands' rows, in order. */
    int[] operandRows(int row) {
        return isUnary(tape.codes[row]) ? new int[] {tape.left[row]} : new int[] {tape.left[row], tape.right[row]};
    }
}
