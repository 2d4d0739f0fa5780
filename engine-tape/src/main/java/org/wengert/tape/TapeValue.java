package org.wengert.tape;

import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Binary;
import org.wengert.op.Unary;
import org.wengert.spi.AbstractValue;

/**
 * A handle to numbers and their adjoint, wherever they lie: in a row of the tape, in the arena, or in the storage of
 * leaves.
 *
 * @param <A> the array type of the precision
 */
abstract class TapeValue<A> extends AbstractValue {
    /** Never changes; not final for the reason given in {@link AbstractValue}. */
    TapeEngine<A> owner;

    /** A value made now; a permanent one belongs to the engine. */
    TapeValue(TapeEngine<A> owner, boolean permanent) {
        super(owner, permanent);
        this.owner = owner;
    }

    TapeValue(TapeEngine<A> owner, Scope home) {
        super(home);
        this.owner = owner;
    }

    // Without virtual methods, for every rule asks its operands for all of this, and they are of four classes.

    @Override
    public final Shape shape() {
        return this instanceof PlacedValue ? ((PlacedValue<A>) this).shape : Shape.SCALAR;
    }

    final int size() {
        return shape().size();
    }

    /** Whether there is an adjoint: whether a variable is among the ancestors. */
    final boolean isLive() {
        return this instanceof PlacedValue
                ? ((PlacedValue<A>) this).live
                : owner.tape().isLive(((RowValue<A>) this).row);
    }

    private Room<A> room() {
        return this instanceof PlacedValue ? ((PlacedValue<A>) this).room : owner.rows();
    }

    /** The array in which the numbers lie. */
    final A store() {
        return room().numbers;
    }

    /** The array in which the adjoint lies, once it was reached. */
    final A adjoint() {
        return room().adjoints;
    }

    /** Where both begin. */
    final int at() {
        return this instanceof PlacedValue ? ((PlacedValue<A>) this).at : ((RowValue<A>) this).row;
    }

    // The general road leads to the same; for single numbers its lists and checks cost more than the operation. What is
    // not ready at once goes by another method, so that the short one is compiled into its callers as a straight line.

    @Override
    public final Value add(Value right) {
        Tape tape = owner.tape();
        int a = readyRow(this, tape);
        int b = readyRow(right, tape);
        return (a | b) >= 0 && tape.isReady() ? owner.number(tape.add(a, b)) : applyGenerally(Binary.ADD, right);
    }

    @Override
    public final Value mul(Value right) {
        Tape tape = owner.tape();
        int a = readyRow(this, tape);
        int b = readyRow(right, tape);
        return (a | b) >= 0 && tape.isReady() ? owner.number(tape.mul(a, b)) : applyGenerally(Binary.MUL, right);
    }

    @Override
    public final Value apply(Unary op) {
        int x = owner.recordsNumbers() ? scalarRow() : -1;
        return x < 0 ? super.apply(op) : owner.number(op, x);
    }

    @Override
    public final Value apply(Binary op, Value right) {
        return applyGenerally(op, right);
    }

    private Value applyGenerally(Binary op, Value right) {
        if (op.index() >= 0 && right instanceof TapeValue && owner.recordsNumbers()) {
            TapeValue<?> other = (TapeValue<?>) right;
            int a = scalarRow();
            int b = other.owner == owner ? other.scalarRow() : -1;
            if (a >= 0 && b >= 0) {
                return owner.number(op, a, b);
            }
        }
        return super.apply(op, right);
    }

    /** The row of a number that the scalar lane can use as it is; -1 for all else, and for what has to be looked at. */
    private int readyRow(Value value, Tape tape) {
        // Of final classes, so that one comparison tells.
        if (value instanceof RowValue) {
            RowValue<?> number = (RowValue<?>) value;
            boolean isReady = number.isOf(tape.recording) || number.owner == owner && number.isUsable();
            return isReady ? number.row : -1;
        }
        if (value instanceof TapeVariable) {
            TapeVariable<?> variable = (TapeVariable<?>) value;
            return variable.owner == owner ? variable.readyRow(tape) : -1;
        }
        return -1;
    }

    /** The row of a single number that may be used; -1 for an array, and for a number whose scope is closed. */
    abstract int scalarRow();

    @Override
    public final Value constantLike(double number) {
        requireUsable("constant");
        return owner.newNumber(number);
    }

    /** The row on the tape, which a leaf enters at its first use; -1 for an array that was not recorded. */
    abstract int row();

    /**
     * Announces a share of adjoint.
     *
     * @return whether there is an adjoint already, to be added to; else it must be overwritten
     */
    abstract boolean reach();

    @Override
    protected double[] read() {
        double[] numbers = new double[size()];
        owner.kernels().get(store(), at(), numbers);
        return numbers;
    }

    /** The adjoint as numbers. */
    final double[] readAdjoint() {
        double[] numbers = new double[size()];
        owner.kernels().get(adjoint(), at(), numbers);
        return numbers;
    }
}
