package org.wengert.tape;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.wengert.op.Unary;

/**
 * An operation on one number to 60 digits, by its definition; and how far vector kernels may be from it, in units in the
 * last place.
 *
 * @param op     the operation
 * @param value  {@code f(x)}
 * @param slope  {@code f'(x)}
 * @param size   what units of a slope are units of: its larger part where it passes through 0, else itself
 * @param values bound for values in float64
 * @param slopes bound for slopes in float64
 * @param values32 bound for values in float32
 * @param slopes32 bound for slopes in float32
 */
record Reference(
        Unary op,
        UnaryOperator<Dfp> value,
        UnaryOperator<Dfp> slope,
        UnaryOperator<Dfp> size,
        double values,
        double slopes,
        double values32,
        double slopes32) {
    static final DfpField DIGITS = new DfpField(60);

    /** Below this three terms of a series are exact to 60 digits. */
    private static final Dfp SMALL = DIGITS.newDfp(1e-15);

    private static final int FRACTIONS = 150;
    private static final double CUBIC = 0.044715;

    static List<Reference> all() {
        return List.of(
                of(Unary.EXP, Dfp::exp, Dfp::exp, 0.8, 0.8, 0.8, 0.8),
                of(Unary.EXPM1, Reference::expm1, Dfp::exp, 1.7, 0.8, 1.7, 0.8),
                of(Unary.LOG, Dfp::log, x -> one().divide(x), 0.9, 0.5, 0.9, 0.5),
                of(Unary.LOG1P, Reference::log1p, x -> one().divide(x.add(1)), 1, 1.5, 1, 1.5),
                of(Unary.TANH, Reference::tanh, Reference::tanhSlope, 2, 4, 2, 4),
                of(Unary.SIGMOID, Reference::sigmoid, x -> sigmoid(x).multiply(sigmoid(x.negate())), 2, 4, 2, 4),
                of(Unary.SOFTPLUS, Reference::softplus, Reference::sigmoid, 1.7, 2, 1.7, 2),
                of(Unary.LOG_SIGMOID, x -> softplus(x.negate()).negate(), x -> sigmoid(x.negate()), 1.7, 2.5, 1.7, 2.5),
                new Reference(
                        Unary.SILU,
                        x -> x.multiply(sigmoid(x)),
                        x -> sigmoid(x).multiply(x.multiply(sigmoid(x.negate())).add(1)),
                        x -> larger(sigmoid(x), x.multiply(sigmoid(x)).multiply(sigmoid(x.negate()))),
                        3,
                        4,
                        3,
                        4),
                new Reference(
                        Unary.GELU,
                        x -> x.multiply(normal(x)),
                        x -> normal(x).add(x.multiply(bell(x))),
                        x -> larger(normal(x), x.multiply(bell(x))),
                        5,
                        5,
                        5,
                        5),
                new Reference(
                        Unary.GELU_TANH,
                        x -> x.multiply(sigmoid(cubic(x))),
                        x -> sigmoid(cubic(x)).add(geluTanhTail(x)),
                        x -> larger(sigmoid(cubic(x)), geluTanhTail(x)),
                        3.5,
                        5,
                        3.5,
                        5),
                of(
                        Unary.elu(1),
                        x -> x.greaterThan(zero()) ? x : expm1(x),
                        x -> x.greaterThan(zero()) ? one() : x.exp(),
                        1.7,
                        0.8,
                        1.7,
                        0.8));
    }

    private static Reference of(
            Unary op,
            UnaryOperator<Dfp> value,
            UnaryOperator<Dfp> slope,
            double values,
            double slopes,
            double values32,
            double slopes32) {
        return new Reference(op, value, slope, slope, values, slopes, values32, slopes32);
    }

    private static Dfp zero() {
        return DIGITS.getZero();
    }

    private static Dfp one() {
        return DIGITS.getOne();
    }

    private static Dfp larger(Dfp a, Dfp b) {
        return a.abs().greaterThan(b.abs()) ? a : b;
    }

    private static Dfp expm1(Dfp x) {
        if (x.abs().lessThan(SMALL)) {
            return x.multiply(x.divide(3).add(1).multiply(x).divide(2).add(1));
        }
        return x.exp().subtract(1);
    }

    static Dfp log1p(Dfp x) {
        if (x.abs().lessThan(SMALL)) {
            return x.multiply(one().subtract(x.multiply(one().divide(2).subtract(x.divide(3)))));
        }
        return x.add(1).log();
    }

    private static Dfp tanh(Dfp x) {
        Dfp d = expm1(x.multiply(2));
        return d.divide(d.add(2));
    }

    private static Dfp tanhSlope(Dfp x) {
        Dfp e = x.abs().multiply(-2).exp();
        Dfp q = e.add(1);
        return e.multiply(4).divide(q.multiply(q));
    }

    private static Dfp sigmoid(Dfp x) {
        return one().divide(x.negate().exp().add(1));
    }

    private static Dfp softplus(Dfp x) {
        return log1p(x.abs().negate().exp()).add(x.greaterThan(zero()) ? x : zero());
    }

    private static Dfp bell(Dfp x) {
        return x.multiply(x)
                .divide(2)
                .negate()
                .exp()
                .divide(DIGITS.getPi().multiply(2).sqrt());
    }

    /** The distribution function of the normal distribution: a power series, or a continued fraction far out. */
    private static Dfp normal(Dfp x) {
        if (x.greaterThan(DIGITS.newDfp(4))) {
            return one().subtract(normal(x.negate()));
        }
        if (x.lessThan(DIGITS.newDfp(-4))) {
            Dfp size = x.abs();
            Dfp fraction = size;
            for (int k = FRACTIONS; k > 0; k--) {
                fraction = size.add(DIGITS.newDfp(k).divide(fraction));
            }
            return bell(x).divide(fraction);
        }
        Dfp term = x;
        Dfp sum = x;
        for (int k = 1; k < FRACTIONS; k++) {
            term = term.multiply(x).multiply(x).divide(2 * k + 1);
            sum = sum.add(term);
        }
        return sum.multiply(bell(x)).add(0.5);
    }

    private static Dfp cubic(Dfp x) {
        Dfp sum = x.multiply(x).multiply(x).multiply(DIGITS.newDfp(CUBIC)).add(x);
        return sum.multiply(2).multiply(DIGITS.newDfp(2).divide(DIGITS.getPi()).sqrt());
    }

    private static Dfp geluTanhTail(Dfp x) {
        Dfp v = cubic(x);
        Dfp change = x.multiply(x)
                .multiply(3)
                .multiply(DIGITS.newDfp(CUBIC))
                .add(1)
                .multiply(2)
                .multiply(DIGITS.newDfp(2).divide(DIGITS.getPi()).sqrt());
        return x.multiply(change).multiply(sigmoid(v)).multiply(sigmoid(v.negate()));
    }
}
