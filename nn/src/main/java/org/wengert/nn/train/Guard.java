package org.wengert.nn.train;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wengert.Graph;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.NonFiniteException;

/** Stops a run before a number that is not finite gets into the variables, and says where it comes from. */
final class Guard {
    private Guard() {}

    /**
     * Looks at the loss of a step.
     *
     * @throws NonFiniteException if it is NaN or infinite; names step, layer and operation
     */
    static void checkLoss(Value loss, double number, Progress progress) {
        if (!Double.isFinite(number)) {
            throw new NonFiniteException("training: the loss is " + number + place(progress) + ": " + origin(loss)
                    + "; variables are as before this step");
        }
    }

    /**
     * Looks at every gradient.
     *
     * @throws NonFiniteException if a number of one is NaN or infinite
     */
    static void checkGradients(List<Variable> variables, Progress progress) {
        for (Variable variable : variables) {
            for (double number : variable.grad().data()) {
                if (!Double.isFinite(number)) {
                    throw new NonFiniteException("training: the gradient of '" + variable.label() + "' holds " + number
                            + place(progress) + ", though the loss is finite; variables are as before this step");
                }
            }
        }
    }

    private static String place(Progress progress) {
        return " at step " + (progress.step() + 1) + ", in epoch " + (progress.epoch() + 1);
    }

    private static String origin(Value loss) {
        Optional<Value> first = Graph.firstNonFinite(loss);
        if (first.isEmpty()) {
            return "nothing that was recorded is not finite";
        }
        Value value = first.get();
        String what = value instanceof Variable
                ? "variable '" + value.label() + "' as an earlier step or the program left it"
                : value.op()
                        .map(op -> "the result of " + op.name() + layer(value))
                        .orElse("an input");
        return "the first that is not finite is " + what + ", shape " + value.shape();
    }

    /** The layer of the nearest variable that it was computed from: its own, or for a loss the one before it. */
    private static String layer(Value value) {
        Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Value> next = new ArrayDeque<>(List.of(value));
        while (!next.isEmpty()) {
            Value near = next.remove();
            int dot = near instanceof Variable ? near.label().lastIndexOf('.') : -1;
            if (dot > 0) {
                return " in or behind '" + near.label().substring(0, dot) + "'";
            }
            near.operands().stream().filter(seen::add).forEach(next::add);
        }
        return "";
    }
}
