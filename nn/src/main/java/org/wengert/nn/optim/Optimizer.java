package org.wengert.nn.optim;

import java.util.ArrayList;
import java.util.List;
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
 */
public abstract class Optimizer {
    private final Engine engine;
    private final List<Variable> variables;
    private final List<List<Variable>> states = new ArrayList<>();
    private final UpdateRule rule = this::update;
    private double learningRate;
    private long steps;

    /**
     * An optimiser of variables that all belong to one open engine.
     *
     * @param slots a name for each array it remembers for a variable; they begin as zeros of the variable's shape
     * @throws ConfigurationException if there is no variable, or the learning rate is not a finite number from 0
     */
    protected Optimizer(List<? extends Variable> variables, double learningRate, String... slots) {
        if (variables.isEmpty()) {
            throw new ConfigurationException("optimizer: no variables: the list is empty");
        }
        this.variables = List.copyOf(variables);
        this.engine = this.variables.get(0).engine();
        this.learningRate = checked("learning rate", learningRate);
        checkEngine();
        for (Variable variable : this.variables) {
            states.add(zeros(variable, slots));
        }
    }

    private void checkEngine() {
        if (!engine.isOpen()) {
            throw new ClosedEngineException("optimizer: the engine '" + engine.name()
                    + "' is closed: open one for as long as its variables are used");
        }
        for (Variable variable : variables) {
            if (variable.engine() != engine) {
                throw new ForeignValueException("optimizer: variables of two engines: '"
                        + variables.get(0).label() + "' of '" + engine.name() + "' and '" + variable.label() + "' of '"
                        + variable.engine().name() + "'; use an optimiser for each");
            }
        }
    }

    private List<Variable> zeros(Variable variable, String... slots) {
        List<Variable> state = new ArrayList<>();
        for (String slot : slots) {
            double[] zeros = new double[variable.shape().size()];
            state.add(engine.variable(variable.shape(), zeros).label(variable.label() + "." + slot));
        }
        return List.copyOf(state);
    }

    /**
     * Refuses what cannot be a hyper-parameter.
     *
     * @throws ConfigurationException if the number is negative, infinite or NaN
     */
    static double checked(String name, double number) {
        return checked(name, number, number >= 0 && number <= Double.MAX_VALUE, "a finite number from 0");
    }

    /** Refuses what cannot be a share that is remembered or taken off: 0 and more, but less than 1. */
    static double checkedShare(String name, double number) {
        return checked(name, number, number >= 0 && number < 1, "at least 0 and below 1");
    }

    private static double checked(String name, double number, boolean good, String needed) {
        if (!good) {
            throw new ConfigurationException("optimizer: the " + name + " must be " + needed + ": got " + number);
        }
        return number;
    }

    /**
     * The formula, as an {@link org.wengert.UpdateRule}: elementwise, and always the same. What is fixed for the
     * optimiser may stand in it as a plain number; what changes from step to step comes as {@code numbers}.
     *
     * @param w       a variable
     * @param g       its gradient
     * @param state   what was remembered of it, in the order of the slots
     * @param numbers of this step, see {@link #numbers}
     * @return the variable's new numbers, then what to remember, in the order of the slots
     */
    protected abstract Value[] update(Value w, Value g, Value[] state, Value[] numbers);

    /** What changes in the formula from step to step, the learning rate first of all; {@code t} counts from 1. */
    protected abstract double[] numbers(long t);

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

    /** Moves every variable by its gradient as it is now. Every gradient was taken before any variable moves. */
    public final void step() {
        engine.update(rule, variables, states, numbers(steps + 1));
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
        List<Variable> all = new ArrayList<>();
        states.forEach(all::addAll);
        return List.copyOf(all);
    }

    /** How many steps it has taken. */
    public final long steps() {
        return steps;
    }

    /** How far the next step goes. */
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
