package org.wengert.tck;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.wengert.op.Binary;
import org.wengert.op.Unary;

/**
 * What the operations of the tables mean, stated a second time and without derivatives: the plain definition, to be
 * evaluated and differentiated in high precision.
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
            entry("expm1", (x, p) -> x.exp().add(-1)),
            entry("log", (x, p) -> x.log()),
            entry("log1p", (x, p) -> x.add(1).log()),
            entry("sqrt", (x, p) -> x.sqrt()),
            entry("sin", (x, p) -> x.sin()),
            entry("cos", (x, p) -> x.cos()),
            entry("tanh", (x, p) -> tanh(x)),
            entry("sigmoid", (x, p) -> sigmoid(x)),
            entry("relu", (x, p) -> x.value() > 0 ? x : x.constant(0)),
            entry("softplus", (x, p) -> x.exp().add(1).log()),
            entry("logSigmoid", (x, p) -> sigmoid(x).log()),
            entry("silu", (x, p) -> x.mul(sigmoid(x))),
            entry(
                    "gelu",
                    (x, p) -> x.mul(erf(x.div(x.constant(2).sqrt())).add(1)).mul(0.5)),
            entry("geluTanh", (x, p) -> geluTanh(x)),
            entry("abs", (x, p) -> x.value() > 0 ? x : x.neg()),
            entry("pow", (x, p) -> pow(x, p[0])),
            entry("leakyRelu", (x, p) -> x.value() > 0 ? x : x.mul(p[0])),
            entry("elu", (x, p) -> x.value() > 0 ? x : x.exp().add(-1).mul(p[0])),
            entry("clamp", (x, p) -> x.value() < p[0] ? x.constant(p[0]) : x.value() > p[1] ? x.constant(p[1]) : x));

    private static final Map<String, BinaryOperator<Exact>> BINARY = Map.of(
            "add", Exact::add,
            "sub", Exact::sub,
            "mul", Exact::mul,
            "div", Exact::div,
            "pow", (a, b) -> a.log().mul(b).exp(),
            "maximum", (a, b) -> a.value() > b.value() ? a : b,
            "minimum", (a, b) -> a.value() < b.value() ? a : b,
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

    private static Exact tanh(Exact x) {
        Exact e = x.add(x).exp();
        return e.add(-1).div(e.add(1));
    }

    private static Exact sigmoid(Exact x) {
        return x.constant(1).div(x.neg().exp().add(1));
    }

    private static Exact geluTanh(Exact x) {
        Exact cubic = x.mul(x).mul(x).mul(0.044715).add(x);
        return x.mul(tanh(x.constant(2).div(x.pi()).sqrt().mul(cubic)).add(1)).mul(0.5);
    }

    /** Its power series, whose terms alternate: good for {@code |x| < 3} with 60 digits. */
    private static Exact erf(Exact x) {
        Exact term = x;
        Exact sum = x;
        for (int n = 1; n < 100; n++) {
            term = term.mul(x).mul(x).neg().div(x.constant(n));
            sum = sum.add(term.div(x.constant(2 * n + 1)));
        }
        return sum.mul(2).div(x.pi().sqrt());
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

    /** {@code -b ln s(a) - (1 - b) ln(1 - s(a))}. */
    private static Exact bceWithLogits(Exact a, Exact b) {
        Exact s = sigmoid(a);
        Exact other = s.constant(1).sub(s);
        return b.mul(s.log()).add(b.constant(1).sub(b).mul(other.log())).neg();
    }
}
