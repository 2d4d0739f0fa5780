package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;

/** The derivatives of one number of a result by the numbers it is made of: the first, how they change, how they jump. */
final class Local {
    private final Formula formula;
    private final double[] x;
    private final DerivativeStructure y;

    /** Of numbers that a factory of the second order has places for. */
    Local(DSFactory factory, Formula formula, double... x) {
        this.formula = formula;
        this.x = x;
        List<DerivativeStructure> operands = new ArrayList<>();
        for (int j = 0; j < x.length; j++) {
            operands.add(factory.variable(j, x[j]));
        }
        y = formula.of(operands);
    }

    double value() {
        return y.getValue();
    }

    double slope(int j) {
        int[] orders = new int[x.length];
        orders[j]++;
        return y.getPartialDerivative(orders);
    }

    /** {@code d^2 y / dx_j dx_k}. */
    double curvature(int j, int k) {
        int[] orders = new int[x.length];
        orders[j]++;
        orders[k]++;
        return y.getPartialDerivative(orders);
    }

    /**
     * By how much each slope changes, at most, when one number moves this far: where it has not jumped, that is no more
     * than its curvature says. Numbers that are one and the same move together.
     */
    double[] jumps(double distance, int... identities) {
        double[] jumps = new double[x.length];
        for (int moved = 0; moved < x.length && distance > 0; moved++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] slopes = slopes(sign * distance, identities[moved], identities);
                for (int j = 0; j < x.length; j++) {
                    jumps[j] = Math.max(jumps[j], Math.abs(slopes[j] - slope(j)));
                }
            }
        }
        return jumps;
    }

    private double[] slopes(double shift, int identity, int... identities) {
        List<Gradient> shifted = new ArrayList<>();
        for (int j = 0; j < x.length; j++) {
            double place = identities[j] == identity ? x[j] + shift : x[j];
            shifted.add(Gradient.variable(x.length, j, place));
        }
        return formula.of(shifted).getGradient();
    }
}
