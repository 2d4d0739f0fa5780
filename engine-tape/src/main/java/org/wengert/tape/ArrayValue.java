package org.wengert.tape;

import java.util.List;
import java.util.Objects;
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
    private final int row;
    private final int time;
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
            boolean recorded,
            boolean inRow,
            boolean live) {
        super(owner, false, shape, inRow ? owner.rows() : owner.arena(), live);
        this.op = op;
        this.rule = rule;
        this.operands = operands;
        this.recorded = recorded;
        time = owner.time();
        int offset = inRow ? -1 : owner.arena().reserve(shape.size());
        if (op != null && recorded) {
            row = owner.tape().add(Row.ARRAY, this);
        } else {
            row = inRow ? owner.tape().add(Row.UNRECORDED, 0, 0) : -1;
        }
        at = inRow ? row : offset;
    }

    /** A constant whose numbers are yet to be put in. */
    static <A> ArrayValue<A> constant(TapeEngine<A> owner, Shape shape) {
        return new ArrayValue<>(owner, shape, null, null, owner.newOperands(0), true, false, false);
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

    /** The result of an operation, computed by its rule; its operands are on the tape before it. */
    @SuppressWarnings("unchecked") // the engine has seen to it that operands are its own
    static <A> ArrayValue<A> result(
            TapeEngine<A> owner, Op op, Rule<A> rule, List<Value> operands, Shape shape, boolean record) {
        TapeValue<A>[] own = owner.newOperands(operands.size());
        boolean live = false;
        for (int i = 0; i < own.length; i++) {
            TapeValue<A> operand = (TapeValue<A>) operands.get(i);
            own[i] = operand;
            live |= operand.becomeOperand(record);
        }
        boolean inRow = shape.isScalar() && owner.hasScalarLane();
        ArrayValue<A> result = new ArrayValue<>(owner, shape, op, rule, own, record, inRow, live && record);
        rule.forward(result);
        return result;
    }

    /** Gives operands their shares of the adjoint, if there is one. */
    void sendBack() {
        if (live && rule != null) {
            rule.backward(this);
        }
    }

    Op operation() {
        return Objects.requireNonNull(op);
    }

    TapeValue<A> operand(int i) {
        return operands[i];
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
        return row;
    }

    @Override
    int scalarRow() {
        return isInRow() && isUsable() ? row : -1;
    }

    @Override
    boolean becomeOperand(boolean recorded) {
        return live;
    }

    @Override
    boolean reach() {
        boolean before = owner.tape().isReached(row);
        owner.tape().reach(row);
        return before || isInRow();
    }

    @Override
    protected double[] readGradient() {
        return live && owner.tape().isReached(row) ? readAdjoint() : new double[size()];
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
