package org.wengert.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wengert.Variable;
import org.wengert.error.Excerpt;

/**
 * The variables of a model by name, each free to be trained or frozen. What is frozen is not given to the optimiser:
 *
 * <pre>{@code
 * Parameters parameters = Parameters.of(model).freeze("layers.0.*");
 * new Trainer(model, Loss.CROSS_ENTROPY, new Adam(parameters.trainable(), 1e-3)).fit(data);
 * }</pre>
 */
public final class Parameters {
    private final Map<String, Variable> all;
    private final Map<String, Variable> trainable;

    private Parameters(Map<String, Variable> all, Map<String, Variable> trainable) {
        this.all = all;
        this.trainable = trainable;
    }

    /**
     * All variables of a model, none frozen.
     *
     * @throws ModelException if two have one name
     */
    public static Parameters of(Model model) {
        Map<String, Variable> all = new LinkedHashMap<>();
        for (Variable variable : model.variables()) {
            if (all.put(variable.label(), variable) != null) {
                throw new ModelException("parameters: two variables are named '" + variable.label()
                        + "': label each with a name of its own");
            }
        }
        return new Parameters(all, all);
    }

    /**
     * The same with some frozen, besides those that are already.
     *
     * @param pattern a name, in which {@code *} stands for any number of characters: {@code layers.0.*}, {@code *.bias}
     * @throws ModelException if no variable has such a name
     */
    public Parameters freeze(String pattern) {
        Pattern names = pattern(pattern);
        Map<String, Variable> rest = new LinkedHashMap<>(trainable);
        rest.keySet().removeIf(name -> names.matcher(name).matches());
        if (all.keySet().stream().noneMatch(name -> names.matcher(name).matches())) {
            throw new ModelException("freeze: no parameter has the name '" + Excerpt.of(pattern) + "': there are "
                    + Excerpt.list(new ArrayList<>(all.keySet())));
        }
        return new Parameters(all, rest);
    }

    /** The names that a pattern of {@link #freeze} stands for. */
    static Pattern pattern(String glob) {
        return Pattern.compile("\\Q" + glob.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E");
    }

    /**
     * The variable of a name, frozen or not.
     *
     * @throws ModelException if there is none
     */
    public Variable get(String name) {
        Variable variable = all.get(name);
        if (variable == null) {
            throw new ModelException("parameters: no parameter has the name '" + Excerpt.of(name) + "': there are "
                    + Excerpt.list(new ArrayList<>(all.keySet())));
        }
        return variable;
    }

    /** All variables by name, in the model's order. */
    public Map<String, Variable> byName() {
        return Collections.unmodifiableMap(all);
    }

    /** The variables that are not frozen, in the model's order: what an optimiser moves. */
    public List<Variable> trainable() {
        return List.copyOf(trainable.values());
    }

    /** Whether the variable of this name is frozen. */
    public boolean isFrozen(String name) {
        get(name);
        return !trainable.containsKey(name);
    }

    /** How many numbers all variables hold together. */
    public int count() {
        return count(all);
    }

    /** How many numbers the variables hold together that are not frozen. */
    public int trainableCount() {
        return count(trainable);
    }

    private static int count(Map<String, Variable> variables) {
        return variables.values().stream()
                .mapToInt(variable -> variable.shape().size())
                .sum();
    }
}
