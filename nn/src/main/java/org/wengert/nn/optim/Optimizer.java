package org.wengert.nn.optim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wengert.Engine;
import org.wengert.UpdateRule;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ClosedEngineException;
import org.wengert.error.ConfigurationException;
import org.wengert.error.ForeignValueException;

/**
 * Moves variables against their gradients. A kind of optimiser is one formula, {@link #update}; it is written with
 * operations on values, and the engine runs it in its own storage and precision. What it remembers of each variable is
 * kept in variables of the engine.
 *
 * <p>The order is: forward, loss, {@code backward}, {@link #step()}, {@link #zeroGrad()}; {@link #minimize} does the
 * last three. Who leaves zeroing out steps by the sum of all gradients so far; who zeroes before the step does not move.
 *
 * <p>A variable that it was not given stays as it is. Variables may come in {@link Group}s, each with a factor on the
 * learning rate and a weight decay of its own.
 */
public abstract class Optimizer {
    private final String kind;
    private final Engine engine;
    private final List<Variable> variables;
    private final List<GroupUpdate> groups = new ArrayList<>();
    private final UpdateRule formula = this::update;
    private double learningRate;
    private Clip clip = Clip.NONE;
    private long steps;

    /**
     * An optimiser of variables that all belong to one open engine.
     *
     * @param kind  its name in what is saved
     * @param slots a name for each array it remembers for a variable; they begin as zeros of the variable's shape
     * @throws ConfigurationException if there is no variable or one stands twice, or the learning rate is not a finite
     *     number from 0
     */
    protected Optimizer(String kind, double learningRate, List<Group> groups, String... slots) {
        if (groups.isEmpty()) {
            throw new ConfigurationException("optimizer: no variables: there is no group");
        }
        this.kind = kind;
        this.variables =
                groups.stream().flatMap(group -> group.variables().stream()).collect(Collectors.toUnmodifiableList());
        this.engine = this.variables.get(0).engine();
        this.learningRate = checked("learning rate", learningRate);
        checkVariables(this.variables);
        List<String> names = names();
        int at = 0;
        for (Group group : groups) {
            int end = at + group.variables().size();
            this.groups.add(new GroupUpdate(group, names.subList(at, end), formula, slots));
            at = end;
        }
    }

    /**
     * Refuses variables that cannot be moved together.
     *
     * @throws ClosedEngineException  if their engine is closed
     * @throws ForeignValueException  if they are of two engines
     * @throws ConfigurationException if one stands twice
     */
    static void checkVariables(List<? extends Variable> variables) {
        Engine engine = variables.get(0).engine();
        if (!engine.isOpen()) {
            throw new ClosedEngineException("optimizer: the engine '" + engine.name()
                    + "' is closed; open one for as long as its variables are used");
        }
        Set<Variable> before = new HashSet<>();
        for (Variable variable : variables) {
            if (variable.engine() != engine) {
                throw new ForeignValueException("optimizer: variables of two engines: '"
                        + variables.get(0).label() + "' of '" + engine.name() + "' and '" + variable.label() + "' of '"
                        + variable.engine().name() + "'; use an optimiser for each");
            }
            if (!before.add(variable)) {
                throw new ConfigurationException("optimizer: a variable stands twice: '" + variable.label()
                        + "' of shape " + variable.shape() + "; each moves once a step, in one group");
            }
        }
    }

    /** Names for what is saved: the labels, or places where labels do not tell all variables apart. */
    private List<String> names() {
        List<String> labels = variables.stream().map(Value::label).collect(Collectors.toList());
        boolean apart = new HashSet<>(labels).size() == labels.size() && !labels.contains("");
        return apart
                ? labels
                : IntStream.range(0, labels.size())
                        .mapToObj(i -> "variables." + i)
                        .collect(Collectors.toList());
    }

    /**
     * Refuses what cannot be a hyper-parameter.
     *
     * @throws ConfigurationException if the number is negative, infinite or NaN
     */
    static double checked(String name, double number) {
        return Checked.amount("optimizer", name, number);
    }

    /** Refuses what cannot be a share that is remembered or taken off: 0 and more, but less than 1. */
    static double checkedShare(String name, double number) {
        return Checked.share("optimizer", name, number);
    }

    /**
     * The formula, as an {@link UpdateRule}: elementwise, and always the same. What is fixed for the
     * optimiser may stand in it as a plain number; what changes from step to step comes as {@code numbers}.
     *
     * @param w       a variable, after its decoupled weight decay if it has one
     * @param g       its gradient, with its weight decay if it has one
     * @param state   what was remembered of it, in the order of the slots
     * @param numbers of this step, see {@link #numbers}
     * @return the variable's new numbers, then what to remember, in the order of the slots
     */
    protected abstract Value[] update(Value w, Value g, Value[] state, Value[] numbers);

    /** What changes in the formula from step to step, the learning rate first of all; {@code t} counts from 1. */
    protected abstract double[] numbers(long t, double rate);

    /** The hyper-parameters of this kind as plain data, by name; without learning rate and weight decay. */
    protected abstract Map<String, String> hyperParameters();

    /**
     * One whole step down this loss: {@code backward}, {@link #step()}, {@link #zeroGrad()}.
     *
     * @throws org.wengert.error.NotScalarException if it is not of shape []
     */
    public final void minimize(Value loss) {
        loss.backward();
        step();
        zeroGrad();
    }

    /**
     * Adds the gradient of a part of the samples of one step, so that a batch that is too large for memory can be taken
     * in parts: one call for each part, then {@link #step()} and {@link #zeroGrad()}. The sums are those of one large
     * batch, up to rounding.
     *
     * @param loss  of the part
     * @param share by what its gradient is multiplied: see {@link org.wengert.nn.Reduction#share}
     */
    public final void accumulate(Value loss, double share) {
        loss.backward(share);
    }

    /**
     * Holds gradients in bounds from the next step on; returns this.
     *
     * @see GradientNorm
     */
    public final Optimizer clip(Clip bounds) {
        clip = bounds;
        groups.forEach(update -> update.clip(bounds));
        return this;
    }

    /**
     * Moves every variable by its gradient as it is now. Every gradient was taken before any variable moves.
     *
     * @throws org.wengert.error.NonFiniteException if gradients are clipped by norm and one is not finite; nothing has
     *     moved then
     */
    public final void step() {
        double scale = clip.isByNorm() ? clip.scale(GradientNorm.of(variables)) : 1;
        for (int i = 0; i < groups.size(); i++) {
            GroupUpdate update = groups.get(i);
            double rate = learningRate * update.group().learningRateFactor();
            update.step(engine, scale, rate, numbers(steps + 1, rate));
        }
        steps++;
    }

    /** Sets the gradient of every variable to zero. */
    public final void zeroGrad() {
        for (int i = 0; i < variables.size(); i++) {
            variables.get(i).zeroGrad();
        }
    }

    /** What it moves. */
    public final List<Variable> variables() {
        return variables;
    }

    /** What it remembers, variable by variable, labelled with the variable's label and the slot's name. */
    public final List<Variable> state() {
        return List.copyOf(remembered().values());
    }

    private Map<String, Variable> remembered() {
        Map<String, Variable> remembered = new LinkedHashMap<>();
        groups.forEach(update -> remembered.putAll(update.remembered()));
        return remembered;
    }

    /** All that it must know to go on later, or elsewhere, as if it had not stopped. */
    public final OptimizerState snapshot() {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        remembered().forEach((name, slot) -> arrays.put(name, slot.data()));
        return new OptimizerState(kind, settings(), steps, learningRate, arrays);
    }

    /**
     * Goes on from a state that an optimiser of the same kind saved, on this engine or another.
     *
     * @throws ConfigurationException if it is of another kind, was saved with other settings, lacks or has other arrays,
     *     or one of another length; nothing has changed then
     */
    public final void restore(OptimizerState saved) {
        Map<String, Variable> remembered = remembered();
        Map<String, Integer> lengths = new LinkedHashMap<>();
        remembered.forEach((name, slot) -> lengths.put(name, slot.shape().size()));
        saved.requireFits(kind, settings(), lengths);
        remembered.forEach((name, slot) -> slot.set(saved.array(name)));
        learningRate = saved.learningRate();
        steps = saved.steps();
    }

    /** Its kind, as what is saved names it. */
    public final String kind() {
        return kind;
    }

    /** All hyper-parameters but the learning rate as plain data, by name; those of a group as {@code groups.0.name}. */
    public final Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(new TreeMap<>(hyperParameters()));
        settings.put("clip", clip.toString());
        for (int i = 0; i < groups.size(); i++) {
            String prefix = "groups." + i + ".";
            groups.get(i).group().settings().forEach((name, text) -> settings.put(prefix + name, text));
        }
        return settings;
    }

    /** How many steps it has taken. */
    public final long steps() {
        return steps;
    }

    /** How far the next step goes, before the factors of groups. */
    public final double learningRate() {
        return learningRate;
    }

    /**
     * Sets how far the next step goes.
     *
     * @throws ConfigurationException if it is not a finite number from 0
     */
    public final void learningRate(double newRate) {
        learningRate = checked("learning rate", newRate);
    }
}
