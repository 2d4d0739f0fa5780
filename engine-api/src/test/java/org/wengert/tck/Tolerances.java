package org.wengert.tck;

import org.wengert.GradientCheck;
import org.wengert.tck.random.ForwardMode;
import org.wengert.tck.random.Rounding;

/**
 * How far an engine's numbers may lie from the right ones: every tolerance of the kit, for each precision, with its
 * reason. The expected number is rounded to the engine's precision first, so that what overflows there is expected to be
 * infinite and what underflows to be zero.
 *
 * <p>In double precision the tolerances are those of formulas that are themselves computed in double precision, so they
 * allow for the reference's rounding as well. In single precision a reference has 29 bits to spare and counts as exact.
 */
final class Tolerances {
    private final Arithmetic arithmetic;
    private final Precision precision;

    Tolerances(Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
        precision = arithmetic.precision();
    }

    /** The same bits after rounding: for what no engine has a choice in, whatever it declares. */
    Close.Rule same() {
        return (expected, actual) -> Close.SAME.accepts(precision.round(expected), actual);
    }

    /** Of an elementwise operation against the table: as many units in the last place as the engine declares. */
    Close.Rule table() {
        return ulps(0);
    }

    /** Of a slope against the table's: a formula of its own, in which an operation or two of the engine's may stand. */
    Close.Rule tableSlope() {
        return ulps(arithmetic.ulps());
    }

    /** Of a few operations one after another whose own roundings come to so many units in the last place. */
    Close.Rule ulps(int units) {
        int allowed = units + arithmetic.ulps();
        return (expected, actual) -> {
            double rounded = precision.round(expected);
            return Double.isFinite(rounded) && Double.isFinite(actual)
                    ? Math.abs(actual - rounded) <= allowed * precision.ulp(rounded)
                    : Close.SAME.accepts(rounded, actual);
        };
    }

    /** A value whose terms, up to this size, may cancel: the units of an engine that declares any are those of a term. */
    Close.Rule cancelling(double size) {
        double absolute = arithmetic.ulps() * precision.ulp(size);
        Close.Rule table = table();
        return (expected, actual) ->
                table.accepts(expected, actual) || Math.abs(actual - precision.round(expected)) <= absolute;
    }

    /** A product of slope and upstream, formed in any order: three roundings, and one more for the slope. */
    Close.Rule slope() {
        return pick(1e-15, 0, 5e-7, 0);
    }

    /**
     * A value of the table against its definition in 60 digits. In double precision the formula itself loses digits; in
     * single precision what is left is one rounding of the result.
     */
    Close.Rule formula() {
        return pick(1e-13, 1e-15, 1.2e-7, 0);
    }

    /**
     * A slope against its definition in 60 digits. Formulas that start from the rounded value (the slope of a quotient)
     * have a second rounding in single precision, and where terms of size 1 cancel the error is absolute.
     */
    Close.Rule formulaSlope() {
        return pick(1e-13, 1e-15, 5e-7, 1e-7);
    }

    /**
     * So many shares of size 1 added up one after another, each addition with a rounding of its own: n u. In double
     * precision the reference adds up with the same error, so 900 u serve for all.
     */
    Close.Rule sum(int shares) {
        double bound = (8 + shares) * precision.roundoff();
        return pick(1e-13, 1e-13, bound, 4 * bound);
    }

    /** Sums and exponentials of a few dozen numbers of size 1. */
    Close.Rule structural() {
        return pick(1e-13, 1e-14, 2e-6, 1e-6);
    }

    /** Values of random graphs of a few hundred nodes, against those that PyTorch gives in double precision. */
    Close.Rule graphValue() {
        return pick(1e-12, 1e-14, 0, 0);
    }

    /** Gradients of the same graphs. */
    Close.Rule graphGradient() {
        return pick(1e-10, 1e-12, 0, 0);
    }

    /** So many terms recomputed from the engine's own numbers: n u of the sum of their sizes, as they may cancel. */
    Close.Rule recomputed(int terms, double size) {
        return pick(0, 1e-13 * size, 0, (8 + terms) * precision.roundoff() * size);
    }

    /** Single operations against PyTorch's results, which have roundings of their own; absolute by the upstream's size. */
    Close.Rule reference(double scale) {
        return pick(1e-12, 1e-15 * scale, 1e-6, 1e-7 * scale);
    }

    /** Where the right result is known to all digits, or a convention claims to have more right than the references. */
    Close.Rule exact() {
        return pick(1e-13, 0, 5e-7, 0);
    }

    /** Conventions against PyTorch; absolute for what two libraries round to nothing. */
    Close.Rule convention() {
        return pick(1e-12, 1e-12, 5e-7, 5e-7);
    }

    /** A few dozen operations on numbers of size 1 to 1000 in the founding documents' examples. */
    Close.Rule seed() {
        return pick(1e-12, 0, 2e-6, 0);
    }

    /** Numbers of size 1 that are right but for their last places, and what comes to nothing as the difference of such. */
    Close.Rule few() {
        return pick(1e-15, 1e-15, 3e-7, 3e-7);
    }

    /** Zero, as the difference of a few numbers of size 5. */
    Close.Rule nothing() {
        return pick(0, 1e-15, 0, 1e-6);
    }

    /** tanh composed of exponentials, whose difference from 1 loses up to four digits of the slope. */
    Close.Rule composed() {
        return pick(1e-12, 1e-12, 1e-6, 5e-6);
    }

    /** A variable and its state after a few steps of an optimiser, beside the same in double precision. */
    Close.Rule update() {
        return pick(1e-14, 1e-15, 1e-6, 1e-6);
    }

    /** Chains of 100,000 sines or tanhs against reference values: roundings add up. */
    Close.Rule deep() {
        return pick(1e-9, 0, 0, 0);
    }

    /** Random sessions of some dozens of operations, beside a shadow that rounds where the engine does. */
    Close.Rule session() {
        return pick(1e-9, 1e-9, 1e-4, 1e-4);
    }

    /**
     * A number of a random expression, by the bound that {@link ForwardMode} has computed for it: how an engine rounds as
     * {@link Rounding} counts, carried through the expression by its own derivatives. In double precision the reference
     * rounds as well.
     */
    Close.Rule bounded(double error) {
        return Close.within(0, precision == Precision.FLOAT64 ? 2 * error : error);
    }

    /** Of a difference quotient of x^2 at 3 with {@link GradientCheck}'s step: rounding by the step, 9 u / h. */
    double difference() {
        return precision == Precision.FLOAT64 ? 1e-8 : 1e-3;
    }

    /** Relative and absolute bounds for each precision; below the smallest normal number a last place or two. */
    private Close.Rule pick(double relative64, double absolute64, double relative32, double absolute32) {
        boolean wide = precision == Precision.FLOAT64;
        double relative = (wide ? relative64 : relative32) + 4 * precision.roundoff() * arithmetic.ulps();
        double absolute = wide ? absolute64 : absolute32 + 2 * precision.smallest();
        return (expected, actual) -> {
            double rounded = precision.round(expected);
            return Double.isFinite(rounded)
                    ? Math.abs(actual - rounded) <= absolute + relative * Math.abs(rounded)
                    : Close.SAME.accepts(rounded, actual);
        };
    }
}
