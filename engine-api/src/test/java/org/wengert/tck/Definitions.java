package org.wengert.tck;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.wengert.op.Binary;
import org.wengert.op.Unary;

/**
 * What the operations of the tables mean, stated a second time and without derivatives: the plain definition, to be
 * evaluated and differentiated in high precision. An operation that is added here is measured wherever others are.
 */
final class Definitions {
    /** A definition for given parameters. */
    @FunctionalInterface
    interface Formula {
        Exact at(Exact x, double... parameters);
    }

    private static final Map<String, Formula> UNARY = Map.ofEntries(
            entry("neg", (x, p) -> x.constant(0).sub(x)),
            entry("square", (x, p) -> x.mul(x)),
            entry("reciprocal", (x, p) -> x.constant(1).div(x)),
            entry("exp", (x, p) -> x.exp()),
            entry("expm1", (x, p) -> x.expm1()),
            entry("log", (x, p) -> x.log()),
            entry("log1p", (x, p) -> x.log1p()),
            entry("sqrt", (x, p) -> x.sqrt()),
            entry("sin", (x, p) -> x.sin()),
            entry("cos", (x, p) -> x.cos()),
            entry("tanh", (x, p) -> tanh(x)),
            entry("sigmoid", (x, p) -> sigmoid(x)),
            entry("relu", (x, p) -> x.sign() > 0 ? x : x.constant(0)),
            entry("softplus", (x, p) -> softplus(x)),
            entry("logSigmoid", (x, p) -> softplus(x.neg()).neg()),
            entry("silu", (x, p) -> x.mul(sigmoid(x))),
            entry("gelu", (x, p) -> x.mul(x.normal())),
            entry("geluTanh", (x, p) -> geluTanh(x)),
            entry("abs", (x, p) -> x.sign() == 0 ? x.mul(0) : x.sign() > 0 ? x : x.neg()),
            entry("pow", (x, p) -> pow(x, p[0])),
            entry("leakyRelu", (x, p) -> x.sign() > 0 ? x : x.mul(p[0])),
            entry("elu", (x, p) -> x.sign() > 0 ? x : x.expm1().mul(p[0])),
            entry("clamp", (x, p) -> clamp(x, x.constant(p[0]), x.constant(p[1]))));

    private static final Map<String, BinaryOperator<Exact>> BINARY = Map.of(
            "add", Exact::add,
            "sub", Exact::sub,
            "mul", Exact::mul,
            "div", Exact::div,
            "pow", (a, b) -> a.log().mul(b).exp(),
            "maximum", (a, b) -> a.compareTo(b) > 0 ? a : a.compareTo(b) < 0 ? b : half(a, b),
            "minimum", (a, b) -> a.compareTo(b) < 0 ? a : a.compareTo(b) > 0 ? b : half(a, b),
            "bceWithLogits", Definitions::bceWithLogits);

    private Definitions() {}

    /** The definition of a table's operation; none for a user's own and for an entry that is new. */
    static Optional<Formula> of(Unary op) {
        return op.index() < 0 ? Optional.empty() : Optional.ofNullable(UNARY.get(op.name()));
    }

    /** The definition of a table's operation; none for a user's own and for an entry that is new. */
    static Optional<BinaryOperator<Exact>> of(Binary op) {
        return op.index() < 0 ? Optional.empty() : Optional.ofNullable(BINARY.get(op.name()));
    }

    private static Exact clamp(Exact x, Exact low, Exact high) {
        return x.compareTo(low) < 0 ? low : x.compareTo(high) > 0 ? high : x;
    }

    /** Of two equal numbers, each with half of the share. */
    private static Exact half(Exact a, Exact b) {
        return a.add(b).mul(0.5);
    }

    /** {@code (1 - e) / (1 + e)} with {@code e = e^(-2|x|)}, so that nothing cancels where x is large. */
    private static Exact tanh(Exact x) {
        if (x.sign() < 0) {
            return tanh(x.neg()).neg();
        }
        Exact e = x.mul(-2).expm1();
        return e.neg().div(e.add(2));
    }

    /** {@code 1 / (1 + e^-x)}; below 0 the same as {@code e^x / (1 + e^x)}. */
    private static Exact sigmoid(Exact x) {
        if (x.sign() < 0) {
            Exact e = x.exp();
            return e.div(e.add(1));
        }
        return x.constant(1).div(x.neg().exp().add(1));
    }

    /** {@code ln(1 + e^x)}; above 0 the same as {@code x + ln(1 + e^-x)}. */
    private static Exact softplus(Exact x) {
        return x.sign() > 0 ? x.add(softplus(x.neg())) : x.exp().log1p();
    }

    /** {@code x/2 (1 + tanh u)}, which is {@code x s(2u)} with the logistic function. */
    private static Exact geluTanh(Exact x) {
        Exact factor = x.constant(44_715).div(x.constant(1_000_000));
        Exact cubic = x.mul(x).mul(x).mul(factor).add(x);
        return x.mul(sigmoid(x.constant(2).div(x.pi()).sqrt().mul(cubic).mul(2)));
    }

    private static Exact pow(Exact x, double exponent) {
        if (exponent != Math.rint(exponent)) {
            return x.log().mul(exponent).exp();
        }
        Exact product = x.constant(1);
        for (int i = 0; i < Math.abs(exponent); i++) {
            product = product.mul(x);
        }
        return exponent < 0 ? x.constant(1).div(product) : product;
    }

    /** {@code -b ln s(a) - (1 - b) ln(1 - s(a))}, which is {@code ln(1 + e^a) - a b}. */
    private static Exact bceWithLogits(Exact a, Exact b) {
        return a.sign() > 0
                ? a.mul(b.constant(1).sub(b)).add(softplus(a.neg()))
                : softplus(a).sub(a.mul(b));
    }
}
