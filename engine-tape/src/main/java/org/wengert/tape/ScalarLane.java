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
    /** The first code of this lane. */
    private static final byte ADD = 4;

    private static final byte MUL = 5;
    private static final byte TANH = 6;
    private static final byte RELU = 7;

    /** Any other unary operation: {@code right} is the number of the note that holds it. */
    private static final byte UNARY = 8;

    private static final byte SUB = 9;
    private static final byte DIV = 10;

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

    /** Records a sum; returns the row. */
    int add(int a, int b) {
        return record(ADD, a, b, tape.values[a] + tape.values[b]);
    }

    /** Records a product; returns the row. */
    int mul(int a, int b) {
        return record(MUL, a, b, tape.values[a] * tape.values[b]);
    }

    /** Computes and records an operation of the table; returns the row. */
    int record(Binary op, int a, int b) {
        if (op == Binary.ADD) {
            return add(a, b);
        }
        if (op == Binary.MUL) {
            return mul(a, b);
        }
        double left = tape.values[a];
        double right = tape.values[b];
        if (op == Binary.SUB) {
            return record(SUB, a, b, left - right);
        }
        if (op == Binary.DIV) {
            return record(DIV, a, b, left / right);
        }
        return record((byte) (BINARY + op.index()), a, b, op.value(left, right));
    }

    private int record(byte code, int a, int b, double y) {
        int row = tape.add(code, a, b, tape.live[a] | tape.live[b]);
        tape.values[row] = y;
        return row;
    }

    /**
     * Sends adjoints back to operands, from a row of this lane down to the next that was reached and is of another kind,
     * or to the lowest that was reached. A gradient spends its time here, so the arrays are in local variables.
     *
     * @return the row where it stopped
     */
    int backward(int from) {
        byte[] codes = tape.codes;
        int[] lefts = tape.left;
        int[] rights = tape.right;
        double[] values = tape.values;
        double[] adjoints = tape.adjoints;
        boolean[] reached = tape.reached;
        int lowest = tape.lowest();
        int row = from;
        for (; row >= 0 && row >= lowest; row--) {
            if (!reached[row]) {
                continue;
            }
            byte code = codes[row];
            if (code < ADD) {
                break;
            }
            double g = adjoints[row];
            int a = lefts[row];
            int b = rights[row];
            if (code == MUL) {
                double left = values[a];
                adjoints[a] += g * values[b];
                adjoints[b] += g * left;
            } else if (code == ADD) {
                adjoints[a] += g;
                adjoints[b] += g;
            } else if (code <= UNARY) {
                adjoints[a] += g * slope(code, a, row);
                b = a;
            } else {
                binary(code, g, row);
            }
            reached[a] = true;
            reached[b] = true;
            lowest = Math.min(lowest, Math.min(a, b));
        }
        tape.lower(lowest);
        return row;
    }

    private double slope(byte code, int x, int row) {
        double[] values = tape.values;
        return switch (code) {
            case TANH -> Numerics.tanhSlope(values[x], values[row]);
            case RELU -> Unary.RELU.slope(values[x], values[row]);
            default -> ((Unary) tape.noteOf(tape.right[row])).slope(values[x], values[row]);
        };
    }

    private void binary(byte code, double g, int row) {
        double[] values = tape.values;
        double[] adjoints = tape.adjoints;
        int a = tape.left[row];
        int b = tape.right[row];
        if (code == SUB) {
            adjoints[a] += g;
            adjoints[b] -= g;
        } else if (code == DIV) {
            adjoints[a] += g * (1 / values[b]);
            adjoints[b] += g * (-values[row] / values[b]);
        } else {
            Binary op = BINARIES[code - BINARY];
            adjoints[a] += g * op.left(values[a], values[b], values[row]);
            adjoints[b] += g * op.right(values[a], values[b], values[row]);
        }
    }

    private static boolean isUnary(byte code) {
        return code >= TANH && code <= UNARY;
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
