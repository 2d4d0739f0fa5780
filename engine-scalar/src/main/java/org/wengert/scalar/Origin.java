package org.wengert.scalar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wengert.Value;
import org.wengert.op.Op;

/**
 * What a value was made by: the operation, how gradients go back through it, and when it was recorded. Results of one
 * operation on single numbers share their origin and hold their operands themselves.
 */
final class Origin {
    static final Origin VARIABLE = new Origin(null, List.of(), Backward.NOTHING, true, 0);
    static final Origin CONSTANT = new Origin(null, List.of(), Backward.NOTHING, false, 0);

    /** Of what was computed in an inference scope. */
    static final Origin UNRECORDED = new Origin(null, List.of(), Backward.NOTHING, false, 0);

    private final @Nullable Op op;
    private final List<Value> operands;
    private final Backward rule;
    private final boolean differentiable;
    private final int time;

    private Origin(@Nullable Op op, List<Value> operands, Backward rule, boolean differentiable, int time) {
        this.op = op;
        this.operands = operands;
        this.rule = rule;
        this.differentiable = differentiable;
        this.time = time;
    }

    /** The origin of an operation's result, recorded at a time that {@link ScalarEngine#tick} counts. */
    static Origin of(Op op, List<Value> operands, int time) {
        boolean differentiable = false;
        for (int i = 0; i < operands.size(); i++) {
            differentiable |= ((GraphValue) operands.get(i)).isDifferentiable();
        }
        return new Origin(op, operands, Backward.NOTHING, differentiable, time);
    }

    /** The origin of results of an operation on single numbers at this time. */
    static Origin of(Op op, boolean differentiable, int time) {
        return new Origin(op, List.of(), Numbers.rule(op), differentiable, time);
    }

    /** The same for a node that sends by this rule; of no use, and not kept, if nothing behind it has a gradient. */
    Origin sending(Backward backward) {
        return differentiable ? new Origin(op, operands, backward, true, time) : this;
    }

    /** The origin of the nodes of a grid that has this one: the grid knows the operation. */
    Origin cell() {
        return op == null ? this : new Origin(null, List.of(), rule, differentiable, time);
    }

    @Nullable
    Op op() {
        return op;
    }

    /** In order, repeats kept. */
    List<Value> operands() {
        return operands;
    }

    Backward rule() {
        return rule;
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
