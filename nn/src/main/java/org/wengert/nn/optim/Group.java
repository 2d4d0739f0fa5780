package org.wengert.nn.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.Variable;
import org.wengert.error.ConfigurationException;

/**
 * Variables that an optimiser treats alike, and how: biases that do not decay, say, or first layers that move more
 * slowly. What is in no group stays as it is.
 *
 * <pre>{@code
 * new Adam(1e-3, Adam.Settings.USUAL,
 *         Group.of(weights).weightDecay(1e-4),
 *         Group.of(biases).learningRateFactor(2));
 * }</pre>
 *
 * @param variables            what moves
 * @param learningRateFactor   by how much the optimiser's learning rate is multiplied
 * @param weightDecay          {@code c} of the {@code c w} that is added to the gradient, after clipping; it pulls like a
 *     penalty {@code c/2 w^2} in the loss
 * @param decoupledWeightDecay {@code c} of the factor {@code 1 - lr c} by which {@code w} shrinks in each step, whatever
 *     the optimiser makes of the gradient (Loshchilov and Hutter 2019)
 */
public record Group(
        List<Variable> variables, double learningRateFactor, double weightDecay, double decoupledWeightDecay) {
    private static final String WHO = "optimizer";

    /**
     * A group with everything chosen.
     *
     * @throws ConfigurationException if there is no variable, or a number is negative or not finite
     */
    public Group {
        if (variables.isEmpty()) {
            throw new ConfigurationException("optimizer: no variables: the list is empty");
        }
        variables = List.copyOf(variables);
        Checked.amount(WHO, "learning rate factor", learningRateFactor);
        Checked.amount(WHO, "weight decay", weightDecay);
        Checked.amount(WHO, "decoupled weight decay", decoupledWeightDecay);
    }

    /** Variables that move at the optimiser's learning rate and do not decay. */
    public static Group of(List<? extends Variable> variables) {
        return new Group(List.copyOf(variables), 1, 0, 0);
    }

    /** The same with its learning rate multiplied. */
    public Group learningRateFactor(double factor) {
        return new Group(variables, factor, weightDecay, decoupledWeightDecay);
    }

    /** The same with the weights added to the gradient, times {@code c}. */
    public Group weightDecay(double c) {
        return new Group(variables, learningRateFactor, c, decoupledWeightDecay);
    }

    /** The same with the weights multiplied by {@code 1 - lr c} in each step. */
    public Group decoupledWeightDecay(double c) {
        return new Group(variables, learningRateFactor, weightDecay, c);
    }

    /** What it chooses, as plain data. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("variables", Integer.toString(variables.size()));
        settings.put("learningRateFactor", Double.toString(learningRateFactor));
        settings.put("weightDecay", Double.toString(weightDecay));
        settings.put("decoupledWeightDecay", Double.toString(decoupledWeightDecay));
        return settings;
    }
}
