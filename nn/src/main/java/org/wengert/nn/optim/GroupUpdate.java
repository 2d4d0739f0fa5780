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
 * the group's weight decay around it. What is 0 does not stand in the rule, so it costs nothing.
 */
final class GroupUpdate {
    private final Group group;
    private final List<List<Variable>> states = new ArrayList<>();
    private final Map<String, Variable> remembered = new LinkedHashMap<>();
    private final UpdateRule rule = this::next;
    private final UpdateRule formula;

    /** A group that has not moved; {@code names} name its variables in what is saved. */
    GroupUpdate(Group group, List<String> names, UpdateRule formula, String... slots) {
        this.group = group;
        this.formula = formula;
        for (int i = 0; i < names.size(); i++) {
            states.add(zeros(group.variables().get(i), names.get(i), slots));
        }
    }

    private List<Variable> zeros(Variable variable, String name, String... slots) {
        List<Variable> state = new ArrayList<>();
        for (String slot : slots) {
            String full = name + "." + slot;
            double[] zeros = new double[variable.shape().size()];
            Variable made = variable.engine().variable(variable.shape(), zeros).label(full);
            remembered.put(full, made);
            state.add(made);
        }
        return List.copyOf(state);
    }

    private Value[] next(Value w, Value gradient, Value[] state, Value[] numbers) {
        Value g = group.weightDecay() == 0 ? gradient : gradient.add(w.mul(group.weightDecay()));
        if (group.decoupledWeightDecay() == 0) {
            return formula.next(w, g, state, numbers);
        }
        int last = numbers.length - 1;
        return formula.next(w.mul(numbers[last]), g, state, Arrays.copyOf(numbers, last));
    }

    /** Moves the group; {@code numbers} are the formula's at this rate. */
    void step(Engine engine, double rate, double... numbers) {
        double[] all = numbers;
        if (group.decoupledWeightDecay() != 0) {
            all = Arrays.copyOf(numbers, numbers.length + 1);
            all[numbers.length] = 1 - rate * group.decoupledWeightDecay();
        }
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
