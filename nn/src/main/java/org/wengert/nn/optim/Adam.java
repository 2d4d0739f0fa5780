package org.wengert.nn.optim;

import java.util.List;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * Adam (Kingma and Ba 2015). With {@code g} the gradient plus {@code weightDecay * w}:
 * {@code m = b1 m + (1-b1) g}, {@code v = b2 v + (1-b2) g^2},
 * {@code w -= lr/(1-b1^t) m / (sqrt(v)/sqrt(1-b2^t) + eps)}: eps stands outside the root and after the correction of
 * the bias, as in PyTorch. AMSGrad (Reddi et al. 2018) takes the largest {@code v} so far.
 */
public final class Adam extends Optimizer {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPS = 1e-8;

    private final double beta1;
    private final double beta2;
    private final double eps;
    private final double weightDecay;
    private final boolean amsgrad;

    /** Adam with the usual beta1 0.9, beta2 0.999, eps 1e-8 and no weight decay. */
    public Adam(List<? extends Variable> variables, double learningRate) {
        this(variables, learningRate, BETA1, BETA2, EPS, 0, false);
    }

    /**
     * Adam with everything chosen.
     *
     * @throws org.wengert.error.ConfigurationException if a number is negative or not finite, or a beta is 1 or more
     */
    public Adam(
            List<? extends Variable> variables,
            double learningRate,
            double beta1,
            double beta2,
            double eps,
            double weightDecay,
            boolean amsgrad) {
        super(variables, learningRate, amsgrad ? new String[] {"m", "v", "vmax"} : new String[] {"m", "v"});
        this.beta1 = checkedShare("beta1", beta1);
        this.beta2 = checkedShare("beta2", beta2);
        this.eps = checked("eps", eps);
        this.weightDecay = checked("weight decay", weightDecay);
        this.amsgrad = amsgrad;
    }

    @Override
    protected Value[] update(Value w, Value gradient, Value[] state, Value[] numbers) {
        Value rate = numbers[0];
        Value correction = numbers[1];
        Value g = weightDecay == 0 ? gradient : gradient.add(w.mul(weightDecay));
        Value m = state[0].mul(beta1).add(g.mul(1 - beta1));
        Value v = state[1].mul(beta2).add(g.square().mul(1 - beta2));
        Value largest = amsgrad ? state[2].maximum(v) : v;
        Value next = w.sub(m.mul(rate).div(largest.sqrt().div(correction).add(eps)));
        return amsgrad ? new Value[] {next, m, v, largest} : new Value[] {next, m, v};
    }

    /** {@code lr / (1 - b1^t)} and {@code sqrt(1 - b2^t)}. */
    @Override
    protected double[] numbers(long t) {
        return new double[] {
            learningRate() / (1 - Math.pow(beta1, t)), //
            Math.sqrt(1 - Math.pow(beta2, t))
        };
    }
}
