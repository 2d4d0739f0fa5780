package org.wengert.tape;

import java.util.BitSet;
import org.wengert.error.StaleValueException;

/**
 * The reverse sweep: from the root down the tape, each row that was reached sends its adjoint on to its operands, which
 * stand further down. Rows that were not reached are passed over, so that what the root does not depend on cannot
 * disturb it; the sweep ends where no row below was reached.
 */
final class Sweep {
    private final Tape tape;
    private final ScalarLane lane;
    private final History history;

    Sweep(Tape tape, ScalarLane lane, History history) {
        this.tape = tape;
        this.lane = lane;
        this.history = history;
    }

    void run(int root, double[] seed) {
        refuseStale(root);
        tape.beginSweep(root);
        if (!tape.live[root]) {
            return;
        }
        Span adjoint = Block.of(tape, root).reach();
        for (int i = 0; i < seed.length; i++) {
            adjoint.array()[adjoint.at() + i] += seed[i];
        }
        for (int row = root; row >= tape.lowest(); row--) {
            if (tape.reached[row]) {
                sendBack(row);
            }
        }
    }

    private void sendBack(int row) {
        switch (tape.codes[row]) {
            case Tape.CONSTANT, Tape.UNRECORDED -> {}
            case Tape.LEAF -> deliver(row, tape.leaf(row));
            case Tape.ARRAY -> ((ArrayStep) tape.noteOf(tape.left[row])).backward();
            default -> tape.lower(lane.backward(row));
        }
    }

    /** An array's adjoint was added up in the variable itself; a single number's was added up in the row. */
    private void deliver(int row, Leaf leaf) {
        if (leaf.shape().isScalar() && leaf instanceof TapeVariable) {
            ((TapeVariable) leaf).gradient[0] += tape.adjoints[row];
        }
    }

    /** Finds out whether the root depends on a variable that was set since; only looks if any was. */
    private void refuseStale(int root) {
        if (tape.lastStale() < 0 || !tape.live[root]) {
            return;
        }
        BitSet needed = new BitSet(root + 1);
        needed.set(root);
        for (int row = root; row >= 0; row = needed.previousSetBit(row - 1)) {
            if (tape.codes[row] == Tape.LEAF && tape.leaf(row).hasLeft(row)) {
                throw StaleValueException.of(tape.leaf(row));
            }
            for (int operand : history.operandRows(row)) {
                needed.set(operand);
            }
            if (row == 0) {
                break;
            }
        }
    }
}
