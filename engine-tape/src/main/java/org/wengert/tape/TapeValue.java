package org.wengert.tape;

import org.jspecify.annotations.Nullable;
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
    public final Value add(Value right) {
        TapeValue<?> other = neighbour(right);
        int a = scalarRow();
        int b = other == null ? -1 : other.scalarRow();
        return a < 0 || b < 0 ? apply(Binary.ADD, right) : owner.sum(a, b);
    }

    @Override
    public final Value mul(Value right) {
        TapeValue<?> other = neighbour(right);
        int a = scalarRow();
        int b = other == null ? -1 : other.scalarRow();
        return a < 0 || b < 0 ? apply(Binary.MUL, right) : owner.product(a, b);
    }

    @Override
    public final Value apply(Unary op) {
        int x = owner.recordsNumbers() ? scalarRow() : -1;
        return x < 0 ? super.apply(op) : owner.number(op, x);
    }

    @Override
    public final Value apply(Binary op, Value right) {
        TapeValue<?> other = op.index() < 0 ? null : neighbour(right);
        int a = scalarRow();
        int b = other == null ? -1 : other.scalarRow();
        return a < 0 || b < 0 ? super.apply(op, right) : owner.number(op, a, b);
    }

    /** The other operand, if both may meet in the scalar lane; else null. */
    private @Nullable TapeValue<?> neighbour(Value right) {
        if (right instanceof TapeValue) {
            TapeValue<?> other = (TapeValue<?>) right;
            return other.owner == owner && owner.recordsNumbers() ? other : null;
        }
        return null;
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
     * Gets ready to be an operand of an array operation that is about to enter the tape if it is recorded.
     *
     * @return {@link #isLive}
     */
    abstract boolean becomeOperand(boolean recorded);

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
