package org.wengert.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.wengert.Value;

/**
 * The part of a graph that is drawn: values in breadth from the root, as far as depth and number allow. It holds either all
 * operands of a value or none, so that no operation is drawn with half of what it reads.
 */
final class Extract {
    /** Each value with its distance from the root, in operations. */
    private final Map<Value, Integer> distances = new LinkedHashMap<>();

    private final Set<Value> unfolded = new HashSet<>();

    Extract(Value root, int depth, int limit) {
        distances.put(root, 0);
        Deque<Value> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            Value value = next.remove();
            int distance = Objects.requireNonNull(distances.get(value), "set before a value is queued");
            Set<Value> fresh = new HashSet<>(value.operands());
            fresh.removeAll(distances.keySet());
            if (distance == depth || distances.size() + fresh.size() > limit) {
                continue;
            }
            unfolded.add(value);
            for (Value operand : value.operands()) {
                if (distances.putIfAbsent(operand, distance + 1) == null) {
                    next.add(operand);
                }
            }
        }
    }

    /** What is drawn, the root first. */
    List<Value> values() {
        return List.copyOf(distances.keySet());
    }

    /** Whether what a value was made of is drawn too. */
    boolean isUnfolded(Value value) {
        return unfolded.contains(value);
    }

    /** The values that lead from one to the root, both included; none if the root does not depend on it. */
    Set<Value> between(Value from) {
        Map<Value, List<Value>> users = new HashMap<>();
        for (Value value : unfolded) {
            for (Value operand : value.operands()) {
                users.computeIfAbsent(operand, key -> new ArrayList<>()).add(value);
            }
        }
        Set<Value> reached = new HashSet<>();
        Deque<Value> next = new ArrayDeque<>();
        if (distances.containsKey(from)) {
            reached.add(from);
            next.add(from);
        }
        while (!next.isEmpty()) {
            for (Value user : users.getOrDefault(next.remove(), List.of())) {
                if (reached.add(user)) {
                    next.add(user);
                }
            }
        }
        return reached;
    }
}
