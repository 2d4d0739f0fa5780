package org.wengert.tape;

import java.util.List;
import java.util.Optional;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Op;

/** A value whose numbers lie on the tape. Handles to the same row are equal. */
final class RowValue extends TapeValue {
    private final int row;

    RowValue(TapeEngine engine, Shape shape, int row) {
        super(engine, shape, false);
        this.row = row;
    }

    /** One more handle to a row that was made in this scope. */
    RowValue(Scope home, Shape shape, int row) {
        super(home, shape);
        this.row = row;
    }

    @Override
    int row() {
        return row;
    }

    @Override
    public double item() {
        if (shape().isScalar()) {
            requireUsable("item");
            return tape().values[row];
        }
        return super.item();
    }

    @Override
    protected double[] read() {
        return Block.of(tape(), row).copyOfData();
    }

    @Override
    protected double[] readGradient() {
        Tape tape = tape();
        boolean has = tape.live[row] && tape.reached[row];
        return has ? Block.of(tape, row).copyOfAdjoint() : new double[shape().size()];
    }

    @Override
    protected boolean isRecorded() {
        return tape().codes[row] != Tape.UNRECORDED;
    }

    @Override
    public Optional<Op> op() {
        requireUsable("op");
        return ((TapeEngine) engine()).history().op(row);
    }

    @Override
    public List<Value> operands() {
        requireUsable("operands");
        return ((TapeEngine) engine()).history().operands(row);
    }

    @Override
    public String label() {
        return home().isOpen() ? tape().label(row) : "";
    }

    @Override
    public RowValue label(String label) {
        requireUsable("label");
        tape().label(row, label);
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowValue && ((RowValue) other).row == row && ((RowValue) other).home() == home();
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(home()) + row;
    }
}
