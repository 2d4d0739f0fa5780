package org.wengert.nn.optim;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * AdaGrad (Duchi et al. 2011): {@code s = s + g^2}, {@code w -= lr/(1 + (t-1) lrDecay) g / (sqrt(s) + eps)}, as in
 * PyTorch.
 */
public final class AdaGrad extends Optimizer {
    private final Settings settings;

    /**
     * What AdaGrad can be told.
     *
     * @param learningRateDecay  how fast the learning rate itself falls, from 0, which is not at all
     * @param initialAccumulator where {@code s} begins, from 0
     * @param eps                what keeps the divisor from 0, from 0
     */
    public record Settings(double learningRateDecay, double initialAccumulator, double eps) {
        /** No decay of the learning rate, sums from 0, eps 1e-10. */
        public static final Settings USUAL = new Settings(0, 0, 1e-10);

        /**
         * Settings with everything chosen.
         *
         * @throws org.wengert.error.ConfigurationException if a number is negative or not finite
         */
        public Settings {
            checked("decay of the learning rate", learningRateDecay);
            checked("initial accumulator", initialAccumulator);
            checked("eps", eps);
        }
    }

    /** AdaGrad with its usual settings. */
    public AdaGrad(List<? extends Variable> variables, double learningRate) {
        this(learningRate, Settings.USUAL, Group.of(variables));
    }

    /** AdaGrad with everything chosen. */
    public AdaGrad(double learningRate, Settings settings, Group... groups) {
        super("adagrad", learningRate, List.of(groups), "sum");
        this.settings = settings;
        for (Variable sum : state()) {
            double[] numbers = new double[sum.shape().size()];
            Arrays.fill(numbers, settings.initialAccumulator);
            sum.set(numbers);
        }
    }

    @Override
    protected Value[] update(Value w, Value g, Value[] state, Value[] numbers) {
        Value sum = state[0].add(g.square());
        return new Value[] {w.sub(g.div(sum.sqrt().add(settings.eps)).mul(numbers[0])), sum};
    }

    @Override
    protected double[] numbers(long t, double rate) {
        return new double[] {rate / (1 + (t - 1) * settings.learningRateDecay)};
    }

    @Override
    protected Map<String, String> hyperParameters() {
        return Map.of(
                "learningRateDecay", Double.toString(settings.learningRateDecay),
                "initialAccumulator", Double.toString(settings.initialAccumulator),
                "eps", Double.toString(settings.eps));
    }
}
