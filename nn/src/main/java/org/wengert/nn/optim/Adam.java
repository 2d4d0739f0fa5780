package org.wengert.nn.optim;

import java.util.List;
import java.util.Map;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * Adam (Kingma and Ba 2015): {@code m = b1 m + (1-b1) g}, {@code v = b2 v + (1-b2) g^2},
 * {@code w -= lr/(1-b1^t) m / (sqrt(v)/sqrt(1-b2^t) + eps)}: eps stands outside the root and after the correction of
 * the bias, as in PyTorch. AMSGrad (Reddi et al. 2018) takes the largest {@code v} so far. AdamW (Loshchilov and Hutter
 * 2019) is Adam with {@link Group#decoupledWeightDecay()}.
 */
public final class Adam extends Optimizer {
    private static final double DECAY = 0.01;

    private final Settings settings;

    /**
     * What Adam can be told.
     *
     * @param beta1   how much of the mean of gradients is kept, from 0 and below 1
     * @param beta2   how much of the mean of their squares is kept, from 0 and below 1
     * @param eps     what keeps the divisor from 0, from 0
     * @param amsgrad whether the largest mean of squares so far divides
     */
    public record Settings(double beta1, double beta2, double eps, boolean amsgrad) {
        /** beta1 0.9, beta2 0.999, eps 1e-8, no AMSGrad. */
        public static final Settings USUAL = new Settings(0.9, 0.999, 1e-8, false);

        /**
         * Settings with everything chosen.
         *
         * @throws org.wengert.error.ConfigurationException if a number is negative or not finite, or a beta is 1 or more
         */
        public Settings {
            checkedShare("beta1", beta1);
            checkedShare("beta2", beta2);
            checked("eps", eps);
        }

        /** The same with these shares kept. */
        public Settings betas(double first, double second) {
            return new Settings(first, second, eps, amsgrad);
        }

        /** The same with another eps. */
        public Settings eps(double number) {
            return new Settings(beta1, beta2, number, amsgrad);
        }

        /** The same with AMSGrad or without. */
        public Settings amsgrad(boolean largest) {
            return new Settings(beta1, beta2, eps, largest);
        }
    }

    /** Adam with its usual settings and no weight decay. */
    public Adam(List<? extends Variable> variables, double learningRate) {
        this(learningRate, Settings.USUAL, Group.of(variables));
    }

    /** Adam with everything chosen. */
    public Adam(double learningRate, Settings settings, Group... groups) {
        super(
                "adam",
                learningRate,
                List.of(groups),
                settings.amsgrad ? new String[] {"m", "v", "vmax"} : new String[] {"m", "v"});
        this.settings = settings;
    }

    /** AdamW with its usual settings and a decoupled weight decay of 0.01. */
    public static Adam adamW(List<? extends Variable> variables, double learningRate) {
        return adamW(variables, learningRate, DECAY);
    }

    /** AdamW with its usual settings. */
    public static Adam adamW(List<? extends Variable> variables, double learningRate, double weightDecay) {
        return new Adam(learningRate, Settings.USUAL, Group.of(variables).decoupledWeightDecay(weightDecay));
    }

    @Override
    protected Value[] update(Value w, Value g, Value[] state, Value[] numbers) {
        Value rate = numbers[0];
        Value eps = numbers[1];
        Value m = state[0].mul(settings.beta1).add(g.mul(1 - settings.beta1));
        Value v = state[1].mul(settings.beta2).add(g.square().mul(1 - settings.beta2));
        Value largest = settings.amsgrad ? state[2].maximum(v) : v;
        Value next = w.sub(m.div(largest.sqrt().add(eps)).mul(rate));
        return settings.amsgrad ? new Value[] {next, m, v, largest} : new Value[] {next, m, v};
    }

    /**
     * {@code lr c / (1 - b1^t)} and {@code eps c} where {@code c} is {@code sqrt(1 - b2^t)}: with it taken out of the
     * divisor, as the paper proposes at the end of its section 2, no number is divided once more.
     */
    @Override
    protected double[] numbers(long t, double rate) {
        double correction = Math.sqrt(1 - Math.pow(settings.beta2, t));
        return new double[] {rate * correction / (1 - Math.pow(settings.beta1, t)), settings.eps * correction};
    }

    @Override
    protected Map<String, String> hyperParameters() {
        return Map.of(
                "beta1", Double.toString(settings.beta1),
                "beta2", Double.toString(settings.beta2),
                "eps", Double.toString(settings.eps),
                "amsgrad", Boolean.toString(settings.amsgrad));
    }
}
