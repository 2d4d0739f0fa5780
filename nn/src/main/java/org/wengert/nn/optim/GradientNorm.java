package org.wengert.nn.optim;

import java.util.List;
import org.wengert.Scope;
import org.wengert.Variable;
import org.wengert.error.NonFiniteException;

/**
 * How long the gradients of variables are: the 2-norm of all their numbers as one vector. It is computed in double and
 * in order whatever the precision of the engine, from a copy of one gradient at a time: 8 bytes for each number of the
 * largest variable.
 */
public final class GradientNorm {
    private GradientNorm() {}

    /**
     * {@code sqrt(sum g^2)} over all numbers of all gradients; it does not overflow for numbers that do not.
     *
     * @throws NonFiniteException if a gradient holds a NaN or an infinity; the text names the variable
     */
    public static double of(List<? extends Variable> variables) {
        double sum = 0;
        for (Variable variable : variables) {
            for (double g : gradient(variable)) {
                sum += g * g;
            }
        }
        return Double.isFinite(sum) ? Math.sqrt(sum) : carefully(variables);
    }

    private static double[] gradient(Variable variable) {
        try (Scope scope = variable.engine().inference()) {
            return variable.grad().data();
        }
    }

    private static double carefully(List<? extends Variable> variables) {
        double largest = 0;
        for (Variable variable : variables) {
            double[] gradient = gradient(variable);
            for (int i = 0; i < gradient.length; i++) {
                if (!Double.isFinite(gradient[i])) {
                    throw new NonFiniteException("gradient norm: the gradient of '" + variable.label()
                            + "' is not finite: number " + i + " of " + gradient.length + " is " + gradient[i]
                            + "; the first operation it came from is found by Graph.firstNonFinite");
                }
                largest = Math.max(largest, Math.abs(gradient[i]));
            }
        }
        double sum = 0;
        for (Variable variable : variables) {
            for (double g : gradient(variable)) {
                sum += (g / largest) * (g / largest);
            }
        }
        return largest * Math.sqrt(sum);
    }
}
