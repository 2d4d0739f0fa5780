package org.wengert.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.op.Op;

/** Reads the tape as a graph: what made a row, and of which values. */
final class History {
    private static final int[] NONE = {};

    private final Tape tape;
    private final ScalarLane lane;
    private final Scope outermost;

    History(Tape tape, ScalarLane lane, Scope outermost) {
        this.tape = tape;
        this.lane = lane;
        this.outermost = outermost;
    }

    Optional<Op> op(int row) {
        return switch (tape.codes[row]) {
            case Tape.CONSTANT, Tape.LEAF, Tape.UNRECORDED -> Optional.empty();
            case Tape.ARRAY -> Optional.of(step(row).op());
            default -> Optional.of(lane.op(row));
        };
    }

    int[] operandRows(int row) {
        return switch (tape.codes[row]) {
            case Tape.CONSTANT, Tape.LEAF, Tape.UNRECORDED -> NONE;
            case Tape.ARRAY -> step(row).operandRows();
            default -> lane.operandRows(row);
        };
    }

    List<Value> operands(int row) {
        List<Value> operands = new ArrayList<>();
        for (int operand : operandRows(row)) {
            operands.add(value(operand));
        }
        return List.copyOf(operands);
    }

    private Value value(int row) {
        if (tape.codes[row] == Tape.LEAF) {
            return tape.leaf(row);
        }
        return new RowValue(tape.scopeOf(row, outermost), Block.of(tape, row).shape, row);
    }

    private ArrayStep step(int row) {
        return (ArrayStep) tape.noteOf(tape.left[row]);
    }
}
