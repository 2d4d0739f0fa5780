package org.wengert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks what a value was made of, without recursion, so that depth costs heap and not stack. */
public final class Graph {
    private record Visit(Value value, Iterator<Value> operands) {}

    private Graph() {}

    /** Everything the root was made of and the root itself, operands before results, each once. */
    public static List<Value> operandsFirst(Value root) {
        List<Value> order = new ArrayList<>();
        Set<Value> seen = new HashSet<>();
        Deque<Visit> path = new ArrayDeque<>();
        seen.add(root);
        path.push(new Visit(root, root.operands().iterator()));
        while (!path.isEmpty()) {
            Visit top = path.element();
            if (!top.operands().hasNext()) {
                order.add(path.pop().value());
                continue;
            }
            Value operand = top.operands().next();
            if (seen.add(operand)) {
                path.push(new Visit(operand, operand.operands().iterator()));
            }
        }
        return order;
    }

    /** A value that holds a NaN or an infinity although nothing it was made of does: the first, operands first. */
    public static Optional<Value> firstNonFinite(Value root) {
        for (Value value : operandsFirst(root)) {
            for (double x : value.data()) {
                if (!Double.isFinite(x)) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }
}
