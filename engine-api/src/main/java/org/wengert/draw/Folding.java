package org.wengert.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wengert.Value;

/** A graph as it is with some groups folded, one of which may be open: an output of a folded group reads what its group reads. */
final class Folding {
    static final Folding NONE = new Folding(List.of(), 0);

    private final List<Group> groups;

    private final int opened;

    private final Map<Value, Integer> folded = new HashMap<>();

    private Folding(List<Group> groups, int opened) {
        this.groups = groups;
        this.opened = opened;
        for (int number = 1; number <= groups.size(); number++) {
            for (Value output : group(number).outputs()) {
                folded.put(output, number == opened ? 0 : number);
            }
        }
    }

    /**
     * With one more group.
     *
     * @throws IllegalArgumentException if it shares a value with another, or its box would lead to itself
     */
    Folding with(Group group) {
        for (Group other : groups) {
            for (Value member : group.members()) {
                if (other.members().contains(member)) {
                    throw group.refused("it overlaps '" + other.name() + "': both hold " + Caption.name(member));
                }
            }
        }
        List<Group> more = new ArrayList<>(groups);
        more.add(group);
        Folding folding = new Folding(List.copyOf(more), 0);
        folding.checkOrder(group);
        return folding;
    }

    private void checkOrder(Group group) {
        Set<Value> seen = new HashSet<>(group.operands());
        Deque<Value> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            Value value = next.remove();
            if (group.outputs().contains(value)) {
                throw group.refused("its output " + Caption.name(value) + " leads to one of its inputs");
            }
            for (Value operand : operands(value)) {
                if (seen.add(operand)) {
                    next.add(operand);
                }
            }
        }
    }

    /** The same with one group open. */
    Folding opening(int number) {
        return new Folding(groups, number);
    }

    /** How many groups there are. */
    int size() {
        return groups.size();
    }

    /** A group by its number, counted from 1. */
    Group group(int number) {
        return groups.get(number - 1);
    }

    /** The open group. */
    Optional<Group> open() {
        return opened == 0 ? Optional.empty() : Optional.of(group(opened));
    }

    /** The number of the open group, counted from 1; 0 if none is. */
    int opened() {
        return opened;
    }

    /** The number of the folded group that gives a value; 0 if an operation does. */
    int numberOf(Value value) {
        return folded.getOrDefault(value, 0);
    }

    /** What a value was made of, as it is drawn. */
    List<Value> operands(Value value) {
        int number = numberOf(value);
        return number == 0 ? value.operands() : group(number).operands();
    }
}
