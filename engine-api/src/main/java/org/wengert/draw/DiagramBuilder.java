package org.wengert.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wengert.Graph;
import org.wengert.Value;
import org.wengert.op.Op;

/** Makes boxes and lines of the part of a graph that is drawn. */
final class DiagramBuilder {
    private final Extract extract;
    private final Folding folding;
    private final @Nullable Value from;
    private final Set<Value> path;
    private final Heat heat;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<Value, Integer> values = new HashMap<>();

    /** The boxes of operations, by what they give. */
    private final Map<Value, Integer> operations = new HashMap<>();

    /** The boxes of folded groups, by their numbers. */
    private final Map<Integer, Integer> groups = new HashMap<>();

    DiagramBuilder(Value root, Extract extract, Folding folding, @Nullable Value from, boolean heated) {
        this.extract = extract;
        this.folding = folding;
        this.from = from;
        this.path = from == null ? Set.of() : between(from, root);
        this.heat = new Heat(heated ? shown() : Set.of());
    }

    /** The values that lead from one to another, both included; none if the other does not depend on it. */
    private static Set<Value> between(Value from, Value root) {
        Set<Value> between = new HashSet<>();
        for (Value value : Graph.operandsFirst(root)) {
            if (value.equals(from) || value.operands().stream().anyMatch(between::contains)) {
                between.add(value);
            }
        }
        return between;
    }

    /** What is drawn, alone or within the box of a group. */
    private Set<Value> shown() {
        Set<Value> shown = new HashSet<>(extract.values());
        for (Value value : extract.values()) {
            int number = folding.numberOf(value);
            if (number > 0) {
                shown.addAll(folding.group(number).members());
            }
        }
        return shown;
    }

    Diagram build() {
        for (Value value : extract.values()) {
            values.put(value, boxes.size());
            boxes.add(valueBox(value));
            value.op().ifPresent(op -> operations.put(value, origin(value, op)));
        }
        Set<Integer> connected = new HashSet<>();
        for (Value value : extract.values()) {
            if (value.op().isPresent()) {
                int operation = place(operations, value);
                lines.add(new Line(operation, place(values, value), 0, 1, isMadeOnPath(value)));
                if (isUnfolded(value) && connected.add(operation)) {
                    connect(folding.operands(value), operation);
                }
            }
        }
        return new Diagram(boxes, lines);
    }

    private Box valueBox(Value value) {
        boolean isFromGroup = folding.open().filter(group -> group.hides(value)).isPresent();
        return new Box(
                Box.Kind.VALUE,
                Caption.fields(value),
                Caption.tip(value),
                heat.of(value),
                path.contains(value),
                isFromGroup ? folding.opened() : 0);
    }

    /** The number of the box that a value comes from; one for all that a group gives. */
    private int origin(Value value, Op op) {
        int number = folding.numberOf(value);
        if (number == 0 || !isUnfolded(value)) {
            boxes.add(isUnfolded(value) ? operationBox(value, op) : foldedBox(op));
            return boxes.size() - 1;
        }
        return groups.computeIfAbsent(number, key -> {
            boxes.add(groupBox(folding.group(number), number));
            return boxes.size() - 1;
        });
    }

    private Box operationBox(Value value, Op op) {
        boolean isFromGroup =
                folding.open().filter(group -> group.members().contains(value)).isPresent();
        return new Box(
                Box.Kind.OPERATION,
                List.of(op.symbol()),
                op.name(),
                0,
                isMadeOnPath(value),
                isFromGroup ? folding.opened() : 0);
    }

    private static Box foldedBox(Op op) {
        return new Box(Box.Kind.FOLDED, List.of("…"), op.name() + " of what is not drawn", 0, false, 0);
    }

    private Box groupBox(Group group, int number) {
        return new Box(
                Box.Kind.GROUP,
                Caption.fields(group),
                group.name() + ": open",
                heat.of(group.members()),
                group.outputs().stream().anyMatch(this::isMadeOnPath),
                number);
    }

    /** Whether the path runs through what made a value. */
    private boolean isMadeOnPath(Value value) {
        return path.contains(value) && !value.equals(from);
    }

    /** Whether what a value was made of is drawn; of what a group gives, all or nothing. */
    private boolean isUnfolded(Value value) {
        int number = folding.numberOf(value);
        return number == 0
                ? extract.isUnfolded(value)
                : folding.group(number).outputs().stream().anyMatch(extract::isUnfolded);
    }

    private void connect(List<Value> operands, int operation) {
        for (int i = 0; i < operands.size(); i++) {
            Value operand = operands.get(i);
            lines.add(new Line(place(values, operand), operation, i, operands.size(), path.contains(operand)));
        }
    }

    private static int place(Map<Value, Integer> places, Value value) {
        return Objects.requireNonNull(places.get(value), "what an operation reads is drawn if it is");
    }
}
