package org.wengert.draw;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wengert.Graph;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * Values that are drawn as one box: what lies between some inputs and outputs, and what nothing else reads of the variables and
 * constants there.
 */
final class Group {
    private final String name;

    /** What is between, outputs included. */
    private final Set<Value> members;

    private final Set<Value> outputs;

    /** What the box reads: the inputs in their order, then what it shares with others. */
    private final Set<Value> operands;

    /**
     * Finds what lies between.
     *
     * @throws IllegalArgumentException if there is nothing, or part of it is read from elsewhere
     */
    Group(Value root, String name, Collection<Value> outputs, Collection<Value> inputs) {
        this.name = name;
        this.outputs = new LinkedHashSet<>(outputs);
        this.operands = new LinkedHashSet<>(inputs);
        List<Value> all = Graph.operandsFirst(root);
        checkOutputs(new HashSet<>(all));
        this.members = new LinkedHashSet<>(outputs);
        walk();
        share(all);
    }

    private void checkOutputs(Set<Value> all) {
        if (outputs.isEmpty()) {
            throw refused("there is no output");
        }
        for (Value output : outputs) {
            if (!all.contains(output)) {
                throw refused("the drawing does not hold its output " + Caption.name(output));
            }
            if (output.op().isEmpty() || operands.contains(output)) {
                throw refused("there is no operation between its inputs and its output " + Caption.name(output));
            }
        }
    }

    /** Goes from the outputs as far as the inputs. */
    private void walk() {
        Set<Value> unread = new LinkedHashSet<>(operands);
        Deque<Value> next = new ArrayDeque<>(members);
        while (!next.isEmpty()) {
            for (Value operand : next.remove().operands()) {
                unread.remove(operand);
                if (!operands.contains(operand) && members.add(operand)) {
                    next.add(operand);
                }
            }
        }
        for (Value input : unread) {
            throw refused("nothing in it reads its input " + Caption.name(input));
        }
    }

    /** Leaves to all who read it what was not made of anything; what was made here must be an output to be read elsewhere. */
    private void share(List<Value> all) {
        for (Value user : all) {
            if (members.contains(user)) {
                continue;
            }
            for (Value operand : user.operands()) {
                if (members.contains(operand) && !outputs.contains(operand)) {
                    if (operand.op().isPresent()) {
                        throw refused(Caption.name(operand) + " is read outside of it, by " + Caption.name(user)
                                + "; make it an output or an input");
                    }
                    members.remove(operand);
                    operands.add(operand);
                }
            }
        }
    }

    /** What a fold that cannot be drawn is refused with. */
    IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("fold '" + name + "': " + why);
    }

    String name() {
        return name;
    }

    Set<Value> outputs() {
        return outputs;
    }

    List<Value> operands() {
        return List.copyOf(operands);
    }

    Set<Value> members() {
        return members;
    }

    /** Whether a value is only to be seen when the group is open. */
    boolean hides(Value value) {
        return members.contains(value) && !outputs.contains(value);
    }

    /** How many operations it stands for. */
    long operations() {
        return members.stream().filter(member -> member.op().isPresent()).count();
    }

    /** How many numbers its own variables hold. */
    long parameters() {
        return members.stream()
                .filter(Variable.class::isInstance)
                .mapToLong(variable -> variable.shape().size())
                .sum();
    }
}
