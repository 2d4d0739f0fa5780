package org.wengert.tck;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.FieldGradient;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/**
 * A number to 60 digits with its derivatives by all inputs, computed forward by an independent library. Formulas written
 * with it may be naive: they do not overflow and have digits to lose.
 */
final class Exact {
    private static final DfpField FIELD = new DfpField(60);

    /** A constant that takes part in any formula. */
    static final Exact ZERO = of(0);

    private final FieldGradient<Dfp> x;

    private Exact(FieldGradient<Dfp> x) {
        this.x = x;
    }

    /** Inputs in groups, each number of which is differentiated by. */
    static List<List<Exact>> inputs(double[]... groups) {
        int count = 0;
        for (double[] group : groups) {
            count += group.length;
        }
        List<List<Exact>> inputs = new ArrayList<>();
        int index = 0;
        for (double[] group : groups) {
            List<Exact> numbers = new ArrayList<>();
            for (double number : group) {
                numbers.add(new Exact(FieldGradient.variable(count, index++, FIELD.newDfp(number))));
            }
            inputs.add(numbers);
        }
        return inputs;
    }

    static Exact of(double number) {
        return new Exact(FieldGradient.constant(0, FIELD.newDfp(number)));
    }

    double value() {
        return x.getValue().toDouble();
    }

    /** {@code sum_i seed_i * d results_i / d input} for an input counted over all groups, rounded once. */
    static double gradient(List<Exact> results, double[] seed, int input) {
        Dfp sum = FIELD.getZero();
        for (int i = 0; i < seed.length; i++) {
            if (results.get(i).x.getFreeParameters() == 0) {
                continue;
            }
            sum = sum.add(results.get(i).x.getPartialDerivative(input).multiply(FIELD.newDfp(seed[i])));
        }
        return sum.toDouble();
    }

    Exact constant(double number) {
        return new Exact(FieldGradient.constant(x.getFreeParameters(), FIELD.newDfp(number)));
    }

    /** {@code pi}, to all digits. */
    Exact pi() {
        return new Exact(FieldGradient.constant(x.getFreeParameters(), FIELD.getPi()));
    }

    Exact add(Exact other) {
        return new Exact(like(other).add(other.like(this)));
    }

    Exact sub(Exact other) {
        return new Exact(like(other).subtract(other.like(this)));
    }

    Exact mul(Exact other) {
        return new Exact(like(other).multiply(other.like(this)));
    }

    Exact div(Exact other) {
        return new Exact(like(other).divide(other.like(this)));
    }

    /** This with as many inputs as the other, if this is a constant. */
    private FieldGradient<Dfp> like(Exact other) {
        int inputs = other.x.getFreeParameters();
        return x.getFreeParameters() == 0 ? FieldGradient.constant(inputs, x.getValue()) : x;
    }

    Exact neg() {
        return new Exact(x.negate());
    }

    Exact exp() {
        return new Exact(x.exp());
    }

    Exact log() {
        return new Exact(x.log());
    }

    Exact sin() {
        return new Exact(x.sin());
    }

    Exact cos() {
        return new Exact(x.cos());
    }

    Exact sqrt() {
        return new Exact(x.sqrt());
    }

    Exact add(double number) {
        return add(constant(number));
    }

    Exact mul(double number) {
        return mul(constant(number));
    }
}
