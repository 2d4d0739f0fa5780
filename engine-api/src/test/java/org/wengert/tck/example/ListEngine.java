package org.wengert.tck.example;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.StaleValueException;
import org.wengert.op.Op;
import org.wengert.spi.AbstractEngine;

/** Wengert's list, taken literally: a list of values in the order in which they were computed, and nothing clever. */
final class ListEngine extends AbstractEngine {
    private final List<ListValue> list = new ArrayList<>();
    private final Deque<Integer> scopes = new ArrayDeque<>();
    private int walk;
    private int sweep;
    private int clock;

    ListEngine() {
        super("list");
    }

    @Override
    public String description() {
        return "float64, plain loops, 1 thread";
    }

    @Override
    protected Value newConstant(Shape shape, double[] data) {
        return ListValue.constant(this, shape, data.clone());
    }

    @Override
    protected Variable newVariable(Shape shape, double[] data) {
        return new ListVariable(this, shape, data.clone());
    }

    @Override
    protected Value compute(Op op, Value[] operands, Shape shape, boolean record) {
        List<Value> kept = List.of(operands);
        Rules.Result result = new Rules(kept, shape).apply(op);
        if (!record) {
            return ListValue.unrecorded(this, shape, result.numbers());
        }
        ListValue value = new ListValue(this, shape, result, op, kept, clock);
        list.add(value);
        return value;
    }

    /** Goes through the list from its end: a value sends its gradient after all that was made of it have sent theirs. */
    @Override
    protected void differentiate(Value root, double[] seed) {
        ListValue from = (ListValue) root;
        List<ListValue> reached = reached(from);
        sweep++;
        from.begin(sweep);
        reached.forEach(value -> value.operands().forEach(operand -> ((ListValue) operand).begin(sweep)));
        from.receive(seed);
        reached.forEach(ListValue::sendBack);
    }

    /** What the root was made of, latest first. Nothing else may take part, not even with a gradient of zero. */
    private List<ListValue> reached(ListValue root) {
        List<ListValue> reached = new ArrayList<>();
        walk++;
        root.markIn(walk);
        for (int i = list.size() - 1; i >= 0; i--) {
            ListValue value = list.get(i);
            if (value.isMarkedIn(walk)) {
                reached.add(value);
                for (Value operand : value.operands()) {
                    requireFresh(operand, value);
                    ((ListValue) operand).markIn(walk);
                }
            }
        }
        return reached;
    }

    private static void requireFresh(Value operand, ListValue result) {
        if (operand instanceof ListVariable variable && variable.changedSince(result.time())) {
            throw StaleValueException.of(variable);
        }
    }

    /** The number of the latest sweep: gradients of earlier ones are over. */
    int sweep() {
        return sweep;
    }

    /** Counts one more change of a variable. */
    int tick() {
        return ++clock;
    }

    @Override
    protected void opened() {
        scopes.push(list.size());
    }

    @Override
    protected void closed() {
        list.subList(scopes.pop(), list.size()).clear();
    }

    @Override
    protected void shutDown() {
        list.clear();
    }
}
