package org.wengert.tape;

import java.util.List;
import java.util.Optional;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Op;

/**
 * A value in storage that no scope gives back: a variable, or a constant array made while no scope was
 * open. It enters the tape when it is first used in a scope. A single number is copied into its row then, for the scalar
 * lane.
 */
class Leaf<A> extends PlacedValue<A> {
    final Storage<A> storage;

    /** Where the numbers begin there. */
    final int start;

    private int row = -1;

    /** The tape's epoch when the row was last known to be there. */
    private int epoch = -1;

    /** No row before this one was made of the numbers by an array operation. */
    private int firstUse = -1;

    private int changed;
    private String label = "";

    Leaf(TapeEngine<A> owner, Shape shape, double[] data, Storage<A> storage, boolean live) {
        super(owner, true, shape, shape.isScalar() && owner.hasScalarLane() ? owner.rows() : storage, live);
        this.storage = storage;
        start = storage.take(data.length);
        at = inRow ? -1 : start;
        owner.kernels().put(data, storage.numbers, start);
    }

    /** The row of a single number's copy; an array has none. */
    @Override
    final int row() {
        return epoch != owner.tape().epoch && inRow ? enter(owner.tape()) : row;
    }

    @Override
    final int scalarRow() {
        return epoch == owner.tape().epoch ? row : inRow && isUsable() ? enter(owner.tape()) : -1;
    }

    /** The row, if it is known to be there; else -1. */
    final int readyRow(Tape tape) {
        return epoch == tape.epoch ? row : -1;
    }

    /** Enters the tape, unless what has been cut off since leaves the row where it was; returns the row. */
    private int enter(Tape tape) {
        if (!tape.isLeaf(row, this)) {
            row = tape.add(Row.LEAF, this);
            at = row;
            tape.values[row] = owner.kernels().get(storage.numbers, start);
        }
        epoch = tape.epoch;
        return row;
    }

    /** Gets ready to be an operand of an array operation that is about to enter the tape if it is recorded. */
    final void becomeOperand(boolean recorded) {
        int next = owner.tape().rows();
        if (recorded && (firstUse < 0 || firstUse >= next)) {
            firstUse = next;
        }
        row();
    }

    /** The numbers are about to change: what was made of them until now can no longer be differentiated. */
    final void leaveTape() {
        owner.tape().markStale(row);
        owner.tape().markStale(firstUse);
        row = -1;
        epoch = -1;
        firstUse = -1;
        if (inRow) {
            at = -1;
        }
        changed = owner.tick();
    }

    /** Whether a row is no longer the one that holds the numbers as they are. */
    final boolean hasLeft(int made) {
        return made != row;
    }

    /** Whether the numbers have changed since a time. */
    final boolean changedSince(int time) {
        return changed - time > 0;
    }

    @Override
    boolean reach() {
        if (inRow) {
            owner.tape().reach(row());
        }
        return true;
    }

    @Override
    protected final double[] read() {
        double[] copy = new double[size()];
        owner.kernels().get(storage.numbers, start, copy);
        return copy;
    }

    @Override
    protected double[] readGradient() {
        return new double[size()];
    }

    @Override
    protected final boolean isRecorded() {
        return true;
    }

    @Override
    public final Optional<Op> op() {
        return Optional.empty();
    }

    @Override
    public final List<Value> operands() {
        return List.of();
    }

    @Override
    public final String label() {
        return home().isOpen() ? label : "";
    }

    @Override
    public Leaf<A> label(String label) {
        requireUsable("label");
        this.label = label;
        return this;
    }
}
