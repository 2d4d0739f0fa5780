package org.wengert.scalar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.wengert.Value;
import org.wengert.error.StaleValueException;

/**
 * The order in which gradients are sent back: a value only after everything that was made of it. That is the reverse of
 * a depth-first search in which a value follows its operands. A list takes the place of recursion, so that the depth of
 * the graph costs heap and not stack.
 */
final class Sweep {
    /** A value on the path from the root, and which of its operands comes next. */
    private static final class Step {
        final GraphValue value;
        int next;

        Step(GraphValue value) {
            this.value = value;
        }
    }

    private Sweep() {}

    /**
     * Every differentiable value that the root was made of, and the root, each once, results before operands.
     *
     * @throws StaleValueException if a variable was set after it was used
     */
    static List<GraphValue> resultsFirst(GraphValue root, int search) {
        List<GraphValue> order = new ArrayList<>();
        Deque<Step> path = new ArrayDeque<>();
        enter(root, search, path);
        while (!path.isEmpty()) {
            Step step = path.element();
            List<Value> operands = step.value.operands();
            if (step.next == operands.size()) {
                order.add(path.pop().value);
                continue;
            }
            GraphValue operand = (GraphValue) operands.get(step.next++);
            requireFresh(operand, step.value);
            enter(operand, search, path);
        }
        Collections.reverse(order);
        return order;
    }

    private static void enter(GraphValue value, int search, Deque<Step> path) {
        if (value.isDifferentiable() && value.visit(search)) {
            path.push(new Step(value));
        }
    }

    private static void requireFresh(GraphValue operand, GraphValue result) {
        if (operand instanceof VariableGrid
                && ((VariableGrid) operand).changedSince(result.origin().time())) {
            throw StaleValueException.of(operand);
        }
    }
}
