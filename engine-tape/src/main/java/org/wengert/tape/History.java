package org.wengert.tape;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.op.Op;

/** Reads the tape as a graph: what made a row, and of which values. */
final class History<A> {
    private static final int[] NONE = {};

    private final TapeEngine<A> engine;
    private final ScalarLane lane;
    private final Scope outermost;

    History(TapeEngine<A> engine, ScalarLane lane, Scope outermost) {
        this.engine = engine;
        this.lane = lane;
        this.outermost = outermost;
    }

    /** The operation that made a row of the scalar lane. */
    Optional<Op> op(int row) {
        return isMade(row) ? Optional.of(lane.op(row)) : Optional.empty();
    }

    /** The rows a row was made of, in order; of an array's operands, those that were themselves made of something. */
    int[] operandRows(int row) {
        if (engine.tape().code(row) == Row.ARRAY) {
            ArrayValue<?> array = engine.tape().array(row);
            return array.operands().stream()
                    .filter(operand -> !(operand instanceof Leaf))
                    .mapToInt(operand -> ((TapeValue<?>) operand).row())
                    .filter(operand -> operand >= 0)
                    .toArray();
        }
        return isMade(row) ? lane.operandRows(row) : NONE;
    }

    private boolean isMade(int row) {
        return engine.tape().code(row) > Row.UNRECORDED;
    }

    /** The operands of a row of the scalar lane. */
    List<Value> operands(int row) {
        return isMade(row)
                ? Arrays.stream(lane.operandRows(row)).mapToObj(this::value).collect(Collectors.toUnmodifiableList())
                : List.of();
    }

    private Value value(int row) {
        return switch (engine.tape().code(row)) {
            case Row.LEAF -> engine.tape().leaf(row);
            case Row.ARRAY -> engine.tape().array(row);
            default -> new RowValue<>(engine, row, engine.tape().scopeOf(row, outermost));
        };
    }
}
