package org.wengert.tape;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.op.Op;

/**
 * A value of the array lane: its numbers lie in the arena, and it is itself the note of its row. A single number that an
 * array operation gave lies in its row instead, where the scalar lane finds it.
 */
final class ArrayValue<A> extends PlacedValue<A> {
    private final @Nullable Op op;
    private final @Nullable Rule<A> rule;
    private final TapeValue<A>[] operands;
    private final boolean recorded;
    private final int time;

    /**
     * The row, or -1. Of a single number that lies in its row, which {@link #at} tells already: where in the arena the
     * numbers begin that its rule keeps.
     */
    private final int place;

    private String label = "";

    /** What a rule wants to find again on the way back. */
    @Nullable
    Object memo;

    private ArrayValue(
            TapeEngine<A> owner,
            Shape shape,
            @Nullable Op op,
            @Nullable Rule<A> rule,
            TapeValue<A>[] operands,
            long kept,
            boolean recorded,
            boolean inRow,
            boolean live) {
        super(owner, false, shape, inRow ? owner.rows() : owner.arena(), live);
        this.op = op;
        this.rule = rule;
        this.operands = operands;
        this.recorded = recorded;
        time = owner.time();
        int start = owner.arena().reserve(inRow ? kept : shape.size() + kept);
        int row = -1;
        if (op != null && recorded) {
            row = owner.tape().add(Row.ARRAY, this);
        } else if (inRow) {
            row = owner.tape().add(Row.UNRECORDED, 0, 0);
        }
        at = inRow ? row : start;
        place = inRow ? start : row;
    }

    /** A constant whose numbers are yet to be put in. */
    static <A> ArrayValue<A> constant(TapeEngine<A> owner, Shape shape) {
        return new ArrayValue<>(owner, shape, null, null, owner.newOperands(0), 0, true, false, false);
    }

    /** Puts the first {@code count} of these numbers in, from a position on. */
    void put(double[] numbers, int to, int count) {
        requireUsable("constant");
        owner.kernels().put(numbers, store(), at() + to, count);
    }

    /** Gives back the room of a constant that could not be filled, unless something lies behind it. */
    void giveBack() {
        if (isUsable() && owner.arena().used() == at + shape.size()) {
            owner.arena().cut(at);
        }
    }

    /** The result of an operation, computed by its rule; operands that are leaves enter the tape before it. */
    @SuppressWarnings("unchecked") // the engine has seen to it that operands are its own
    static <A> ArrayValue<A> result(
            TapeEngine<A> owner, Op op, Rule<A> rule, Value[] operands, Shape shape, boolean record) {
        TapeValue<A>[] own = owner.newOperands(operands.length);
        boolean live = false;
        for (int i = 0; i < own.length; i++) {
            TapeValue<A> operand = (TapeValue<A>) operands[i];
            own[i] = operand;
            if (operand instanceof Leaf) {
                ((Leaf<A>) operand).becomeOperand(record);
            }
            live |= operand.isLive();
        }
        boolean inRow = shape.isScalar() && owner.hasScalarLane();
        long kept = rule.kept(op, own, shape);
        ArrayValue<A> result = new ArrayValue<>(owner, shape, op, rule, own, kept, record, inRow, live && record);
        rule.forward(result);
        if (kept > 0 && !result.live) {
            owner.arena().cut(result.keptAt()); // for there is no way back
        }
        return result;
    }

    /** Gives operands their shares of the adjoint, if there is one. */
    void sendBack() {
        if (live && rule != null) {
            rule.backward(this);
        }
    }

    Op operation() {
        if (op == null) { // not by requireNonNull, behind which the type would have to be checked again
            throw new IllegalStateException("a constant has no operation");
        }
        return op;
    }

    TapeValue<A> operand(int i) {
        return operands[i];
    }

    /** The array with the numbers that the rule keeps. */
    A kept() {
        return owner.arena().numbers;
    }

    /** The array with room for their adjoints. */
    A keptAdjoints() {
        return owner.arena().adjoints;
    }

    /** Where both begin. */
    int keptAt() {
        return inRow ? place : at + shape.size();
    }

    /** The engine's time when this was made. */
    int time() {
        return time;
    }

    int operandCount() {
        return operands.length;
    }

    @Override
    int row() {
        return inRow ? at : place;
    }

    @Override
    int scalarRow() {
        return inRow && isUsable() ? at : -1;
    }

    @Override
    boolean reach() {
        int row = row();
        boolean before = owner.tape().isReached(row);
        owner.tape().reach(row);
        return before || inRow;
    }

    @Override
    public double item() {
        requireUsable("item");
        return size() == 1 ? owner.kernels().get(store(), at()) : super.item();
    }

    @Override
    protected double[] readGradient() {
        return live && owner.tape().isReached(row()) ? readAdjoint() : new double[size()];
    }

    @Override
    protected boolean isRecorded() {
        return recorded;
    }

    @Override
    public Optional<Op> op() {
        requireUsable("op");
        return recorded ? Optional.ofNullable(op) : Optional.empty();
    }

    @Override
    public List<Value> operands() {
        requireUsable("operands");
        return recorded ? List.of(operands) : List.of();
    }

    @Override
    public String label() {
        return home().isOpen() ? label : "";
    }

    @Override
    public ArrayValue<A> label(String label) {
        requireUsable("label");
        this.label = label;
        return this;
    }
}
