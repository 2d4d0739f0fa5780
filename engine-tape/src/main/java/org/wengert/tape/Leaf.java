package org.wengert.tape;

import java.util.List;
import java.util.Optional;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Op;

/**
 * A value with storage of its own, which no scope gives back: a variable, or a constant array made while no scope
 * was open. It enters the tape when it is first used in a scope.
 */
class Leaf extends TapeValue {
    final double[] data;
    private int row = -1;
    private String label = "";

    Leaf(TapeEngine engine, Shape shape, double[] data, boolean permanent) {
        super(engine, shape, permanent);
        this.data = data.clone();
    }

    boolean isDifferentiable() {
        return false;
    }

    @Override
    final int row() {
        Tape tape = tape();
        if (!tape.isLeaf(row, this)) {
            row = tape.add(Tape.LEAF, this, isDifferentiable());
            if (shape().isScalar()) {
                tape.values[row] = data[0];
            }
        }
        return row;
    }

    /** The numbers are about to change: what was made of them until now can no longer be differentiated. */
    final void leaveTape() {
        if (tape().isLeaf(row, this)) {
            tape().markStale(row);
        }
        row = -1;
    }

    /** Whether a leaf row of the tape was made of numbers that have changed since. */
    final boolean hasLeft(int made) {
        return made != row;
    }

    @Override
    protected double[] read() {
        return data.clone();
    }

    @Override
    protected double[] readGradient() {
        return new double[data.length];
    }

    @Override
    protected boolean isRecorded() {
        return true;
    }

    @Override
    public Optional<Op> op() {
        return Optional.empty();
    }

    @Override
    public List<Value> operands() {
        return List.of();
    }

    @Override
    public String label() {
        return home().isOpen() ? label : "";
    }

    @Override
    public Leaf label(String label) {
        requireUsable("label");
        this.label = label;
        return this;
    }
}
