package org.wengert.tck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.FieldGradient;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/**
 * A number to 60 digits, or as many as its inputs have, with its derivatives by all inputs, computed forward by an
 * independent library. Formulas written with it may be naive: they do not overflow and have digits to lose, some thirty.
 */
final class Exact implements Comparable<Exact> {
    static final DfpField FIELD = new DfpField(60);

    /** Down to here the library rounds to double precision as it should. */
    private static final double LIBRARY = 1e-300;

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

    /** Inputs of as many digits as their numbers have, all of which are differentiated by. */
    static List<Exact> inputs(Dfp... numbers) {
        List<Exact> inputs = new ArrayList<>();
        for (Dfp number : numbers) {
            inputs.add(new Exact(FieldGradient.variable(numbers.length, inputs.size(), number)));
        }
        return inputs;
    }

    static Exact of(double number) {
        return new Exact(FieldGradient.constant(0, FIELD.newDfp(number)));
    }

    /** All digits. */
    Dfp number() {
        return x.getValue();
    }

    /** 1, 0 or -1. */
    int sign() {
        return number().isZero() ? 0 : number().strictlyPositive() ? 1 : -1;
    }

    /** The derivative by an input; zero for what no input had a part in. */
    Dfp partial(int input) {
        return x.getFreeParameters() == 0 ? number().getZero() : x.getPartialDerivative(input);
    }

    /** Compares all digits. */
    @Override
    public int compareTo(Exact other) {
        return number().lessThan(other.number()) ? -1 : number().greaterThan(other.number()) ? 1 : 0;
    }

    double value() {
        return nearest(x.getValue());
    }

    /** The nearest number in double precision, also near and among the subnormal ones, where the library does not find it. */
    static double nearest(Dfp number) {
        double nearest = number.toDouble();
        return Math.abs(nearest) < LIBRARY && !number.isZero()
                ? new BigDecimal(number.toString()).doubleValue()
                : nearest;
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
        return new Exact(
                FieldGradient.constant(x.getFreeParameters(), x.getValue().newInstance(number)));
    }

    /** {@code pi}, to all digits. */
    Exact pi() {
        return new Exact(FieldGradient.constant(
                x.getFreeParameters(), x.getValue().getField().getPi()));
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

    /** This with as many inputs and digits as the other, if this is a constant. */
    private FieldGradient<Dfp> like(Exact other) {
        int inputs = other.x.getFreeParameters();
        return x.getFreeParameters() == 0 && inputs != 0
                ? FieldGradient.constant(inputs, other.number().newInstance(value()))
                : x;
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

    /** {@code e^x - 1} with all digits near 0 too. */
    Exact expm1() {
        return new Exact(x.compose(Series.expm1(number()), number().exp()));
    }

    /** {@code ln(1 + x)} with all digits near 0 too. */
    Exact log1p() {
        return new Exact(x.compose(Series.log1p(number()), number().add(1).reciprocal()));
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

    /** The distribution function of the normal distribution, whose derivative is the bell curve. */
    Exact normal() {
        return new Exact(x.compose(NormalDistribution.upTo(number()), NormalDistribution.bell(number())));
    }

    Exact add(double number) {
        return add(constant(number));
    }

    Exact mul(double number) {
        return mul(constant(number));
    }
}
