package org.wengert.nn.optim;

import java.util.List;
import java.util.Map;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ConfigurationException;

/**
 * Gradient descent, with momentum if asked for: {@code w -= lr g} without; with it {@code m = g} at the first step and
 * {@code m = momentum m + (1 - dampening) g} after, then {@code w -= lr m} (Polyak 1964), or Nesterov's
 * {@code w -= lr (g + momentum m)} (Sutskever et al. 2013), as in PyTorch.
 */
public final class Sgd extends Optimizer {
    private final Settings settings;

    /**
     * What descent can be told.
     *
     * @param momentum  how much of the last direction is kept, from 0, which is none
     * @param dampening how much of the gradient is not added to it, from 0 and below 1
     * @param nesterov  whether the gradient is that of where momentum leads
     */
    public record Settings(double momentum, double dampening, boolean nesterov) {
        /** Plain descent. */
        public static final Settings PLAIN = new Settings(0, 0, false);

        /**
         * Settings with everything chosen.
         *
         * @throws ConfigurationException if momentum is negative or not finite, dampening is not from 0 and below 1, or
         *     Nesterov's form is asked for without momentum
         */
        public Settings {
            checked("momentum", momentum);
            checkedShare("dampening", dampening);
            if (nesterov && momentum == 0) {
                throw new ConfigurationException("optimizer: Nesterov's form needs momentum: got momentum 0");
            }
        }

        /** Descent with momentum. */
        public static Settings momentum(double momentum) {
            return new Settings(momentum, 0, false);
        }

        /** Descent with Nesterov's momentum. */
        public static Settings nesterov(double momentum) {
            return new Settings(momentum, 0, true);
        }
    }

    /** Plain descent. */
    public Sgd(List<? extends Variable> variables, double learningRate) {
        this(learningRate, Settings.PLAIN, Group.of(variables));
    }

    /** Descent with momentum; 0 is none. */
    public Sgd(List<? extends Variable> variables, double learningRate, double momentum) {
        this(learningRate, Settings.momentum(momentum), Group.of(variables));
    }

    /** Descent with everything chosen. */
    public Sgd(double learningRate, Settings settings, Group... groups) {
        super("sgd", learningRate, List.of(groups), settings.momentum == 0 ? new String[0] : new String[] {"momentum"});
        this.settings = settings;
    }

    @Override
    protected Value[] update(Value w, Value g, Value[] state, Value[] numbers) {
        Value rate = numbers[0];
        if (settings.momentum == 0) {
            return new Value[] {w.sub(g.mul(rate))};
        }
        Value m = state[0].mul(numbers[1]).add(g.mul(numbers[2]));
        Value direction = settings.nesterov ? g.add(m.mul(settings.momentum)) : m;
        return new Value[] {w.sub(direction.mul(rate)), m};
    }

    /** The learning rate, and what is kept of the momentum and taken of the gradient: 0 and 1 at the first step. */
    @Override
    protected double[] numbers(long t, double rate) {
        return new double[] {rate, t == 1 ? 0 : settings.momentum, t == 1 ? 1 : 1 - settings.dampening};
    }

    @Override
    protected Map<String, String> hyperParameters() {
        return Map.of(
                "momentum", Double.toString(settings.momentum),
                "dampening", Double.toString(settings.dampening),
                "nesterov", Boolean.toString(settings.nesterov));
    }
}
