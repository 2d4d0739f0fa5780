package org.wengert.tape;

import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.op.Binary;
import org.wengert.op.Unary;
import org.wengert.spi.AbstractValue;

/**
 * A handle to numbers and their adjoint, wherever they lie: in a row of the tape, in the arena, or in storage of the
 * value's own.
 *
 * @param <A> the array type of the precision
 */
abstract class TapeValue<A> extends AbstractValue {
    final TapeEngine<A> owner;

    /** A value made now; a permanent one belongs to the engine. */
    TapeValue(TapeEngine<A> owner, boolean permanent) {
        super(owner, permanent);
        this.owner = owner;
    }

    TapeValue(TapeEngine<A> owner, Scope home) {
        super(home);
        this.owner = owner;
    }

    final int size() {
        return shape().size();
    }

    // The general road leads to the same; for single numbers its lists and checks cost more than the operation.

    @Override
    public final Value apply(Unary op) {
        if (!isRecordedNumber()) {
            return super.apply(op);
        }
        requireUsable(op.name());
        return owner.number(op, row());
    }

    @Override
    public final Value apply(Binary op, Value right) {
        if (!(right instanceof TapeValue) || !isRecordedNumber() || op.index() < 0) {
            return super.apply(op, right);
        }
        TapeValue<?> other = (TapeValue<?>) right;
        if (other.owner != owner || !other.shape().isScalar()) {
            return super.apply(op, right);
        }
        requireUsable(op.name());
        other.requireUsable(op.name());
        return owner.number(op, row(), other.row());
    }

    private boolean isRecordedNumber() {
        return owner.recordsNumbers() && shape().isScalar();
    }

    @Override
    public final Value constantLike(double number) {
        requireUsable("constant");
        return owner.newNumber(number);
    }

    /** The row on the tape, which a leaf enters at its first use; -1 for an array that was not recorded. */
    abstract int row();

    /** Whether there is an adjoint: whether a variable is among the ancestors. */
    abstract boolean isLive();

    /** The array in which the numbers lie. */
    abstract A store();

    /** Where they begin. */
    abstract int at();

    /** The array in which the adjoint lies. */
    abstract A adjoint();

    /** Where it begins. */
    abstract int adjointAt();

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
        owner.kernels().get(adjoint(), adjointAt(), numbers);
        return numbers;
    }
}
