package org.wengert.tape;

import java.util.BitSet;
import org.wengert.Value;
import org.wengert.error.StaleValueException;

/**
 * The reverse sweep: from the root down the tape, each row that was reached sends its adjoint on to its operands, which
 * stand further down. Rows that were not reached are passed over, so that what the root does not depend on cannot
 * disturb it; the sweep ends where no row below was reached.
 */
final class Sweep<A> {
    private final TapeEngine<A> engine;
    private final Tape tape;
    private final ScalarSweep numbers;

    Sweep(TapeEngine<A> engine, Tape tape, ScalarSweep numbers) {
        this.engine = engine;
        this.tape = tape;
        this.numbers = numbers;
    }

    void run(TapeValue<A> root, double[] seed) {
        int from = root.row();
        if (from >= 0 && tape.isStale() && root.isLive()) {
            refuseStale(from);
        }
        tape.beginSweep(Math.max(from, 0));
        // To find out about a number would cost as much as a sweep, which does no harm to constants.
        if (!(root instanceof RowValue) && !root.isLive()) {
            return;
        }
        if (!root.reach()) {
            engine.kernels().spread(0, root.adjoint(), root.at(), root.size(), false);
        }
        addSeed(root, seed);
        int row = from;
        while (row >= 0 && row >= tape.lowest()) {
            if (tape.code(row) == Row.ARRAY && tape.isReached(row)) {
                tape.array(row).sendBack();
            } else {
                row = sendNumbers(row);
            }
            row--;
        }
    }

    /** Rows of the scalar lane send, and then the row that they end at, if there is one; returns it. */
    private int sendNumbers(int from) {
        int row = numbers.run(from);
        if (row >= tape.lowest()) {
            sendBack(row);
        }
        return row;
    }

    private void addSeed(TapeValue<A> root, double[] seed) {
        for (int i = 0; i < seed.length; i++) {
            engine.kernels().spread(seed[i], root.adjoint(), root.at() + i, 1, true);
        }
    }

    private void sendBack(int row) {
        switch (tape.code(row)) {
            case Row.CONSTANT, Row.UNRECORDED -> {}
            case Row.LEAF -> deliver(row, tape.leaf(row));
            default -> tape.array(row).sendBack();
        }
    }

    /** An array's adjoint was gathered in the variable itself; a single number's was gathered in the row. */
    private void deliver(int row, Leaf<?> leaf) {
        if (leaf.inRow && leaf.isLive()) {
            ((TapeVariable<?>) leaf).deliver(tape.adjoints[row]);
        }
    }

    /** Finds out whether the root depends on a variable that was set since. */
    private void refuseStale(int root) {
        BitSet needed = new BitSet(root + 1);
        needed.set(root);
        for (int row = root; row >= 0; row = row == 0 ? -1 : needed.previousSetBit(row - 1)) {
            switch (tape.code(row)) {
                case Row.LEAF -> refuseIf(tape.leaf(row).hasLeft(row), tape.leaf(row));
                case Row.ARRAY -> refuseStaleOperands(tape.array(row));
                default -> {}
            }
            for (int operand : engine.history().operandRows(row)) {
                needed.set(operand);
            }
        }
    }

    private static void refuseStaleOperands(ArrayValue<?> result) {
        for (Value operand : result.operands()) {
            if (operand instanceof Leaf) {
                refuseIf(((Leaf<?>) operand).changedSince(result.time()), operand);
            }
        }
    }

    private static void refuseIf(boolean stale, Value leaf) {
        if (stale) {
            throw StaleValueException.of(leaf);
        }
    }
}
