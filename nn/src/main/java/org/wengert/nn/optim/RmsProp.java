package org.wengert.nn.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * RMSProp (Tieleman and Hinton 2012): {@code s = a s + (1-a) g^2}, {@code w -= lr g / (sqrt(s) + eps)}. Centred (Graves
 * 2013), {@code m = a m + (1-a) g} and {@code sqrt(s - m^2)} divides. With momentum,
 * {@code b = momentum b + g / divisor} and {@code w -= lr b}. As in PyTorch, but for a variance {@code s - m^2} that
 * rounding made negative: it counts as 0, not NaN.
 */
public final class RmsProp extends Optimizer {
    private final Settings settings;

    /**
     * What RMSProp can be told.
     *
     * @param alpha    how much of the mean of squares is kept, from 0 and below 1
     * @param eps      what keeps the divisor from 0, from 0
     * @param momentum how much of the last direction is kept, from 0, which is none
     * @param centered whether the mean of the gradient is taken off
     */
    public record Settings(double alpha, double eps, double momentum, boolean centered) {
        /** alpha 0.99, eps 1e-8, neither momentum nor centred. */
        public static final Settings USUAL = new Settings(0.99, 1e-8, 0, false);

        /**
         * Settings with everything chosen.
         *
         * @throws org.wengert.error.ConfigurationException if a number is negative or not finite, or alpha is 1 or more
         */
        public Settings {
            checkedShare("alpha", alpha);
            checked("eps", eps);
            checked("momentum", momentum);
        }

        /** The same with this share kept. */
        public Settings alpha(double share) {
            return new Settings(share, eps, momentum, centered);
        }

        /** The same with momentum. */
        public Settings momentum(double share) {
            return new Settings(alpha, eps, share, centered);
        }

        /** The same, centred or not. */
        public Settings centered(boolean meanTakenOff) {
            return new Settings(alpha, eps, momentum, meanTakenOff);
        }

        private String[] slots() {
            List<String> slots = new ArrayList<>(List.of("square"));
            if (centered) {
                slots.add("mean");
            }
            if (momentum != 0) {
                slots.add("momentum");
            }
            return slots.toArray(new String[0]);
        }
    }

    /** RMSProp with its usual settings. */
    public RmsProp(List<? extends Variable> variables, double learningRate) {
        this(learningRate, Settings.USUAL, Group.of(variables));
    }

    /** RMSProp with everything chosen. */
    public RmsProp(double learningRate, Settings settings, Group... groups) {
        super("rmsprop", learningRate, List.of(groups), settings.slots());
        this.settings = settings;
    }

    @Override
    protected Value[] update(Value w, Value g, Value[] state, Value[] numbers) {
        Value rate = numbers[0];
        List<Value> next = new ArrayList<>();
        Value square = kept(state[0], g.square());
        next.add(square);
        Value variance = square;
        if (settings.centered) {
            Value mean = kept(state[1], g);
            next.add(mean);
            variance = square.sub(mean.square()).relu();
        }
        Value direction = g.div(variance.sqrt().add(settings.eps));
        if (settings.momentum != 0) {
            direction = state[state.length - 1].mul(settings.momentum).add(direction);
            next.add(direction);
        }
        next.add(0, w.sub(direction.mul(rate)));
        return next.toArray(new Value[0]);
    }

    /** The mean with a share of something new in it. */
    private Value kept(Value mean, Value newest) {
        return mean.mul(settings.alpha).add(newest.mul(1 - settings.alpha));
    }

    @Override
    protected double[] numbers(long t, double rate) {
        return new double[] {rate};
    }

    @Override
    protected Map<String, String> hyperParameters() {
        return Map.of(
                "alpha", Double.toString(settings.alpha),
                "eps", Double.toString(settings.eps),
                "momentum", Double.toString(settings.momentum),
                "centered", Boolean.toString(settings.centered));
    }
}
