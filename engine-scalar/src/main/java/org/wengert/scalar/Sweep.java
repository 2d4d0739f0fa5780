package org.wengert.scalar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wengert.Value;
import org.wengert.error.StaleValueException;

/**
 * Sends gradients back, each value's only after everything that was made of it has sent its own. A value is never made of
 * one that came later, so that the order is that of recording, backwards, and nothing needs to be sorted. Values that the
 * root was not made of are passed over, and the sweep ends at the oldest that it was made of.
 */
final class Sweep {
    private final int number;

    /** How many values have been reached whose turn is still to come. */
    private int pending;

    private final List<GraphValue> leaves = new ArrayList<>();

    private Sweep(int number) {
        this.number = number;
    }

    /** Differentiates; {@code number} tells this sweep from all others. */
    static void run(GraphValue root, int number, double... seed) {
        Sweep sweep = new Sweep(number);
        sweep.reach(root);
        for (int i = 0; i < seed.length; i++) {
            root.node(i).grad = seed[i];
        }
        sweep.sendBack(root);
        sweep.leaves.forEach(GraphValue::sendBack);
    }

    private void sendBack(GraphValue root) {
        for (GraphValue value = root; value != null && pending > 0; value = value.previous()) {
            if (value.isIn(number)) {
                pending--;
                value.reachOperands(this);
                value.sendBack();
            }
        }
    }

    /** Has a value ready to receive. */
    void reach(GraphValue value) {
        if (!value.isDifferentiable() || value.isIn(number)) {
            return;
        }
        value.beginSweep(number);
        if (value.isLeaf()) {
            leaves.add(value);
        } else {
            pending++;
        }
    }

    /**
     * Refuses a root some of whose numbers are no longer those it was computed from.
     *
     * @throws StaleValueException if a variable was set after it was used
     */
    static void requireFresh(GraphValue root) {
        Set<GraphValue> seen = new HashSet<>();
        Deque<GraphValue> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            GraphValue value = open.pop();
            for (Value made : value.madeOf()) {
                GraphValue operand = (GraphValue) made;
                if (operand.changedSince(value.origin().time())) {
                    throw StaleValueException.of(operand);
                }
                if (operand.isDifferentiable() && seen.add(operand)) {
                    open.push(operand);
                }
            }
        }
    }
}
