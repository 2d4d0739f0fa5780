package org.wengert.explain;

import java.util.List;

/**
 * A way from a variable to a loss, and what it contributes to the gradient.
 *
 * @param factors from the variable on; none if it is the loss itself
 * @param product of all slopes, 1 if there are none
 */
public record GradientPath(List<Factor> factors, double product) {
    /** A path by its factors, in order. */
    static GradientPath of(List<Factor> factors) {
        double product = 1;
        for (Factor factor : factors) {
            product *= factor.slope();
        }
        return new GradientPath(List.copyOf(factors), product);
    }
}
