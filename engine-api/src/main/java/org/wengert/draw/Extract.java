package org.wengert.draw;

import java.util.ArrayDeque;
import java.util.Deque;
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

    Extract(Value root, int depth, int limit, Folding folding) {
        distances.put(root, 0);
        Deque<Value> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            Value value = next.remove();
            int distance = Objects.requireNonNull(distances.get(value), "set before a value is queued");
            List<Value> operands = folding.operands(value);
            Set<Value> fresh = new HashSet<>(operands);
            fresh.removeAll(distances.keySet());
            if (distance == depth || distances.size() + fresh.size() > limit) {
                continue;
            }
            unfolded.add(value);
            for (Value operand : operands) {
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
}
