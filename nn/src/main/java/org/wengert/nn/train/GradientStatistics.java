package org.wengert.nn.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.Graph;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ConfigurationException;
import org.wengert.op.Linear;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/**
 * How large gradients are, and how many relus are dead. It looks at every so many steps, as copying all gradients takes
 * about as long as a small step.
 */
public final class GradientStatistics implements TrainingListener {
    private final List<Variable> variables;
    private final int every;
    private final Map<String, Double> norms = new LinkedHashMap<>();
    private double norm = Double.NaN;
    private double deadRelus = Double.NaN;
    private long step = -1;

    /**
     * Statistics of these variables' gradients.
     *
     * @param every at how many steps to look once; 1 is each
     * @throws ConfigurationException if it is below 1
     */
    public GradientStatistics(List<Variable> variables, int every) {
        if (every < 1) {
            throw new ConfigurationException(
                    "gradient statistics: steps must be looked at every 1 or more: got " + every);
        }
        this.variables = List.copyOf(variables);
        this.every = every;
    }

    @Override
    public void gradientsDone(Progress progress, Value loss) {
        if (progress.step() % every != 0) {
            return;
        }
        step = progress.step() + 1;
        double squares = 0;
        for (Variable variable : variables) {
            double square = 0;
            for (double number : variable.grad().data()) {
                square += number * number;
            }
            norms.put(variable.label(), Math.sqrt(square));
            squares += square;
        }
        norm = Math.sqrt(squares);
        deadRelus = deadShare(loss);
    }

    /** The share of columns of relus' results that are 0 in every row. */
    private static double deadShare(Value loss) {
        long units = 0;
        long dead = 0;
        for (Value value : Graph.operandsFirst(loss)) {
            if (value.op().filter(GradientStatistics::isRelu).isEmpty()) {
                continue;
            }
            double[] numbers = value.data();
            int width = value.shape().rank() == 0
                    ? 1
                    : value.shape().dim(value.shape().rank() - 1);
            boolean[] alive = new boolean[width];
            for (int i = 0; i < numbers.length; i++) {
                alive[i % width] |= numbers[i] != 0;
            }
            units += width;
            for (boolean lives : alive) {
                dead += lives ? 0 : 1;
            }
        }
        return units == 0 ? Double.NaN : (double) dead / units;
    }

    private static boolean isRelu(Op op) {
        return op == Unary.RELU
                || op instanceof Linear layer
                        && layer.activation().filter(f -> f == Unary.RELU).isPresent();
    }

    /** The step that the figures are of, counted from 1; -1 before the first. */
    public long step() {
        return step;
    }

    /** The length of all gradients taken as one vector; NaN before the first step. */
    public double norm() {
        return norm;
    }

    /** The length of each variable's gradient, by its name. */
    public Map<String, Double> norms() {
        return Collections.unmodifiableMap(norms);
    }

    /** The share of relus, over all layers, that gave 0 for every sample of the batch, or of its last part if it was taken in parts; NaN if there is no relu. */
    public double deadRelus() {
        return deadRelus;
    }
}
