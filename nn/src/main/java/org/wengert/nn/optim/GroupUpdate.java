package org.wengert.nn.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.Engine;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * One group's part of a step: what is remembered of its variables, and its rule, which is the optimiser's formula with
 * the group's weight decay and bounds of gradients around it. What is 0 does not stand in the rule, so it costs nothing.
 */
final class GroupUpdate {
    private final Group group;
    private final List<List<Variable>> states = new ArrayList<>();
    private final Map<String, Variable> remembered = new LinkedHashMap<>();
    private final UpdateRule formula;
    private Clip clip = Clip.NONE;
    private UpdateRule rule = this::next;

    /** A group that has not moved; {@code names} name its variables in what is saved. */
    GroupUpdate(Group group, List<String> names, UpdateRule formula, String... slots) {
        this.group = group;
        this.formula = formula;
        List<List<Variable>> bySlot = new ArrayList<>();
        for (String slot : slots) { // all first slots, then all second ones: an engine may move neighbours together
            bySlot.add(zeros(names, slot));
        }
        for (int i = 0; i < names.size(); i++) {
            List<Variable> state = new ArrayList<>();
            for (int s = 0; s < slots.length; s++) {
                state.add(bySlot.get(s).get(i));
                remembered.put(name(names.get(i), slots[s]), state.get(s));
            }
            states.add(List.copyOf(state));
        }
    }

    private List<Variable> zeros(List<String> names, String slot) {
        List<Variable> made = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Variable variable = group.variables().get(i);
            double[] zeros = new double[variable.shape().size()];
            made.add(variable.engine().variable(variable.shape(), zeros).label(name(names.get(i), slot)));
        }
        return made;
    }

    private static String name(String variable, String slot) {
        return variable + "." + slot;
    }

    /** Holds gradients in other bounds from now on. */
    void clip(Clip other) {
        clip = other;
        rule = this::next; // another object: engines take a rule's formula for granted
    }

    private Value[] next(Value w, Value gradient, Value[] state, Value[] numbers) {
        int shared = numbers.length - 2;
        Value clipped = clip.apply(gradient, numbers[shared]);
        Value g = group.weightDecay() == 0 ? clipped : clipped.add(w.mul(group.weightDecay()));
        Value from = group.decoupledWeightDecay() == 0 ? w : w.mul(numbers[shared + 1]);
        return formula.next(from, g, state, Arrays.copyOf(numbers, shared));
    }

    /**
     * Moves the group.
     *
     * @param scale   by what gradients are multiplied if they are clipped by norm
     * @param rate    the group's learning rate
     * @param numbers the formula's at this rate
     */
    void step(Engine engine, double scale, double rate, double... numbers) {
        double[] all = Arrays.copyOf(numbers, numbers.length + 2);
        all[numbers.length] = scale;
        all[numbers.length + 1] = 1 - rate * group.decoupledWeightDecay();
        engine.update(rule, group.variables(), states, all);
    }

    Group group() {
        return group;
    }

    /** What is remembered, by name, variable by variable in the order of the slots. */
    Map<String, Variable> remembered() {
        return remembered;
    }
}
