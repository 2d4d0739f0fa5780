package org.wengert.tape;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.op.Op;

/**
 * A single number of the scalar lane, which exists in double precision alone: all there is of it stands in its row.
 * Handles to the same row are equal.
 */
final class RowValue<A> extends TapeValue<A> {
    /** Never changes. */
    int row;

    RowValue(TapeEngine<A> owner, int row) {
        super(owner, false);
        this.row = row;
    }

    /** One more handle to a row that was made in this scope. */
    RowValue(TapeEngine<A> owner, int row, Scope home) {
        super(owner, home);
        this.row = row;
    }

    /** Whether this was made in a scope, which may be none. */
    boolean isOf(@Nullable Scope scope) {
        return home() == scope;
    }

    private Tape tape() {
        return owner.tape();
    }

    @Override
    int row() {
        return row;
    }

    @Override
    int scalarRow() {
        return isUsable() ? row : -1;
    }

    /** Adjoints of the scalar lane are zero when they are reached, so there is always one to add to. */
    @Override
    boolean reach() {
        tape().reach(row);
        return true;
    }

    @Override
    public double item() {
        requireUsable("item");
        return tape().values[row];
    }

    @Override
    protected double[] readGradient() {
        return new double[] {tape().gradient(row)};
    }

    @Override
    protected boolean isRecorded() {
        return tape().code(row) != Row.UNRECORDED;
    }

    @Override
    public Optional<Op> op() {
        requireUsable("op");
        return owner.history().op(row);
    }

    @Override
    public List<Value> operands() {
        requireUsable("operands");
        return owner.history().operands(row);
    }

    @Override
    public String label() {
        return home().isOpen() ? tape().label(row) : "";
    }

    @Override
    public RowValue<A> label(String label) {
        requireUsable("label");
        tape().label(row, label);
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowValue && ((RowValue<?>) other).row == row && ((RowValue<?>) other).home() == home();
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(home()) + row;
    }
}
