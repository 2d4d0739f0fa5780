package org.wengert.scalar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wengert.Value;
import org.wengert.op.Op;

/** What a value was made of. */
final class Origin {
    static final Origin VARIABLE = new Origin(null, List.of(), true, 0);
    static final Origin CONSTANT = new Origin(null, List.of(), false, 0);

    /** Of what was computed in an inference scope. */
    static final Origin UNRECORDED = new Origin(null, List.of(), false, 0);

    /** Of a node inside a grid that has a gradient: the grid knows the operation. */
    private static final Origin CELL = new Origin(null, List.of(), true, 0);

    private final @Nullable Op op;
    private final List<Value> operands;
    private final boolean differentiable;
    private final int time;

    private Origin(@Nullable Op op, List<Value> operands, boolean differentiable, int time) {
        this.op = op;
        this.operands = operands;
        this.differentiable = differentiable;
        this.time = time;
    }

    /** The origin of an operation's result, recorded at a time that {@link ScalarEngine#tick} counts. */
    static Origin of(Op op, List<Value> operands, int time) {
        boolean differentiable = false;
        for (int i = 0; i < operands.size(); i++) {
            differentiable |= ((GraphValue) operands.get(i)).isDifferentiable();
        }
        return new Origin(op, operands, differentiable, time);
    }

    /** Of all results of an operation on single numbers, which know their operands and their time themselves. */
    static Origin of(Op op, boolean differentiable) {
        return new Origin(op, List.of(), differentiable, 0);
    }

    /** The origin of the nodes of a grid that has this one. */
    Origin cell() {
        return differentiable ? CELL : CONSTANT;
    }

    @Nullable
    Op op() {
        return op;
    }

    /** In order, repeats kept. */
    List<Value> operands() {
        return operands;
    }

    /** Whether a variable is among the ancestors, so that there is a gradient at all. */
    boolean differentiable() {
        return differentiable;
    }

    /** Whether this is of an operation's result that has a gradient. */
    boolean isRecorded() {
        return differentiable && op != null;
    }

    int time() {
        return time;
    }
}
