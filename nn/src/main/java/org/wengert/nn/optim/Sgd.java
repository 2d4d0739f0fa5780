package org.wengert.nn.optim;

import java.util.List;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ConfigurationException;

/**
 * Gradient descent, with momentum if asked for. With {@code g} the gradient plus {@code weightDecay * w}:
 * {@code w -= lr g} without momentum; with it {@code m = g} at the first step and
 * {@code m = momentum m + (1 - dampening) g} after, then {@code w -= lr m}, or Nesterov's
 * {@code w -= lr (g + momentum m)}.
 */
public final class Sgd extends Optimizer {
    private final double momentum;
    private final double dampening;
    private final boolean nesterov;
    private final double weightDecay;

    /** Plain descent. */
    public Sgd(List<? extends Variable> variables, double learningRate) {
        this(variables, learningRate, 0);
    }

    /** Descent with momentum; 0 is none. */
    public Sgd(List<? extends Variable> variables, double learningRate, double momentum) {
        this(variables, learningRate, momentum, 0, false, 0);
    }

    /**
     * Descent with everything chosen.
     *
     * @throws ConfigurationException if a number is negative or not finite, dampening is 1 or more, or Nesterov's form is
     *     asked for without momentum
     */
    public Sgd(
            List<? extends Variable> variables,
            double learningRate,
            double momentum,
            double dampening,
            boolean nesterov,
            double weightDecay) {
        super(variables, learningRate, momentum == 0 ? new String[0] : new String[] {"momentum"});
        this.momentum = checked("momentum", momentum);
        this.dampening = checkedShare("dampening", dampening);
        this.weightDecay = checked("weight decay", weightDecay);
        this.nesterov = nesterov;
        if (nesterov && momentum == 0) {
            throw new ConfigurationException("optimizer: Nesterov's form needs momentum: got momentum 0");
        }
    }

    @Override
    protected Value[] update(Value w, Value gradient, Value[] state, Value[] numbers) {
        Value rate = numbers[0];
        Value g = weightDecay == 0 ? gradient : gradient.add(w.mul(weightDecay));
        if (momentum == 0) {
            return new Value[] {w.sub(g.mul(rate))};
        }
        Value m = state[0].mul(numbers[1]).add(g.mul(numbers[2]));
        Value direction = nesterov ? g.add(m.mul(momentum)) : m;
        return new Value[] {w.sub(direction.mul(rate)), m};
    }

    /** The learning rate, and what is kept of the momentum and taken of the gradient: 0 and 1 at the first step. */
    @Override
    protected double[] numbers(long t) {
        return new double[] {learningRate(), t == 1 ? 0 : momentum, t == 1 ? 1 : 1 - dampening};
    }
}
