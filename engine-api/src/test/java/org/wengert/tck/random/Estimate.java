package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.Gradient;
import org.wengert.Shape;

/**
 * The numbers of a value while an expression is drawn, and how well they are conditioned: so that single precision has
 * digits left, nothing overflows or underflows, and errors can be bounded to first order.
 */
final class Estimate {
    private static final int LARGEST_ARRAY = 12;
    private static final double LARGEST = 1e4;
    private static final double SMALLEST = 1e-30;
    private static final double LARGEST_ERROR = 1e4;
    private static final double LARGEST_SLOPE = 1e6;

    private final double[] numbers;
    private final double[] errors;
    private final double[] slopes;

    private Estimate(int size) {
        numbers = new double[size];
        errors = new double[size];
        slopes = new double[size];
    }

    static Estimate of(Node node, List<Estimate> before) {
        Shape shape = node.shape();
        if (shape.size() > LARGEST_ARRAY) {
            Estimate tooLarge = new Estimate(1);
            tooLarge.numbers[0] = Double.NaN;
            return tooLarge;
        }
        Estimate estimate = new Estimate(shape.size());
        for (int i = 0; i < estimate.size(); i++) {
            if (node.isLeaf()) {
                estimate.numbers[i] = node.numbers()[i];
                estimate.slopes[i] = 1;
            } else {
                estimate.compute(i, node, before);
            }
        }
        return estimate;
    }

    private void compute(int i, Node node, List<Estimate> before) {
        Term term = node.meaning().apply(i);
        int n = term.slots().length;
        Estimate[] operands = new Estimate[n];
        List<Gradient> x = new ArrayList<>(n);
        for (int j = 0; j < n; j++) {
            operands[j] = before.get(node.operands().get(term.slots()[j]));
            x.add(Gradient.variable(n, j, operands[j].numbers[term.positions()[j]]));
        }
        Gradient y = term.meaning().formula().of(x);
        double rounding = Math.abs(y.getReal());
        for (int j = 0; j < n; j++) {
            int position = term.positions()[j];
            double slope = Math.abs(y.getPartialDerivative(j));
            errors[i] += slope * operands[j].errors[position];
            slopes[i] += slope * operands[j].slopes[position];
            rounding += slope * Math.abs(operands[j].numbers[position]);
        }
        errors[i] += term.meaning().accuracy() == Accuracy.EXACT ? 0 : rounding;
        numbers[i] = y.getReal();
    }

    int size() {
        return numbers.length;
    }

    double number(int i) {
        return numbers[i];
    }

    /** Whether a number is a leaf's. */
    boolean isExact(int i) {
        return errors[i] == 0;
    }

    /**
     * Whether every number is of ordinary size, its error below so many roundings and its derivatives, all paths added
     * up without their signs, below a bound.
     */
    boolean isTame() {
        for (int i = 0; i < size(); i++) {
            double size = Math.abs(numbers[i]);
            if (!(size == 0 || size >= SMALLEST && size <= LARGEST)
                    || !(errors[i] <= LARGEST_ERROR)
                    || !(slopes[i] <= LARGEST_SLOPE)) {
                return false;
            }
        }
        return true;
    }
}
