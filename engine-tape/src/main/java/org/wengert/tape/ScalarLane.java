package org.wengert.tape;

import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * Operations on single numbers: one row in the tape's parallel arrays, no object. The most frequent ones have a code of
 * their own; the others go through their table entry, so that the table alone states them.
 */
final class ScalarLane {
    private static final Unary[] UNARIES = Unary.table().toArray(new Unary[0]);
    private static final Binary[] BINARIES = Binary.table().toArray(new Binary[0]);

    private final Tape tape;

    ScalarLane(Tape tape) {
        this.tape = tape;
    }

    /** Computes and records; returns the row. */
    int record(Unary op, int x) {
        if (op == Unary.RELU) {
            return tape.append(op, Row.RELU, x, 0, Math.max(tape.values[x], 0));
        }
        double y = op.value(tape.values[x]);
        if (op == Unary.TANH) {
            return tape.append(op, Row.TANH, x, 0, y);
        }
        boolean isTabled = op.index() >= 0 && UNARIES[op.index()] == op;
        return isTabled
                ? tape.append(op, Row.UNARY, x, op.index(), y)
                : tape.append(op, Row.NOTED_UNARY, x, tape.note(op), y);
    }

    /** Computes and records an operation of the table; returns the row. */
    int record(Binary op, int a, int b) {
        if (op == Binary.ADD) {
            tape.makeRoom(op);
            return tape.add(a, b);
        }
        if (op == Binary.MUL) {
            tape.makeRoom(op);
            return tape.mul(a, b);
        }
        double left = tape.values[a];
        double right = tape.values[b];
        if (op == Binary.SUB) {
            return tape.append(op, Row.SUB, a, b, left - right);
        }
        if (op == Binary.DIV) {
            return tape.append(op, Row.DIV, a, b, left / right);
        }
        return tape.append(op, Row.BINARY + op.index(), a, b, op.value(left, right));
    }

    /** The operation that made a row of this lane. */
    Op op(int row) {
        long word = tape.words[row];
        int code = Row.code(word);
        return switch (code) {
            case Row.ADD -> Binary.ADD;
            case Row.SUB -> Binary.SUB;
            case Row.MUL -> Binary.MUL;
            case Row.DIV -> Binary.DIV;
            case Row.RELU -> Unary.RELU;
            case Row.TANH -> Unary.TANH;
            case Row.UNARY, Row.NOTED_UNARY -> unary(word);
            default -> BINARIES[code - Row.BINARY];
        };
    }

    /** The operation of a unary row without a code of its own. */
    Unary unary(long word) {
        int number = Row.right(word);
        return Row.code(word) == Row.UNARY ? UNARIES[number] : (Unary) tape.noteOf(number);
    }

    /** The operation of a binary row without a code of its own. */
    static Binary binary(long word) {
        return BINARIES[Row.code(word) - Row.BINARY];
    }

    /** The operands' rows, in order. */
    int[] operandRows(int row) {
        long word = tape.words[row];
        return Row.isUnary(Row.code(word))
                ? new int[] {Row.left(word)}
                : new int[] {Row.left(word), Row.right(word)};
    }
}
