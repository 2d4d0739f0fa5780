package org.wengert.tck;

import static java.util.Map.entry;

import java.util.Map;

/**
 * How far each operation's value and partial derivatives may lie from the exact ones, on every engine, in every precision
 * and with all kernels, in units in the last place: the table's formulas in double precision and formulas that vector
 * kernels have of their own alike. Somewhat above what was measured at many thousand points.
 */
public final class AccuracyBounds {
    /**
     * The bound of an operation.
     *
     * @param value    units for the value
     * @param partial  units for each partial derivative
     * @param ofParts  whether units are those of the parts rather than of the result, which they may cancel to: of the sum of
     *     the sizes of the terms, or of what the result changes by relative to a change of an operand
     * @param reason   why it is no smaller; empty where a rounding or two say it all
     */
    public record Bound(double value, double partial, boolean ofParts, String reason) {
        private static Bound ulps(double value, double partial, String reason) {
            return new Bound(value, partial, false, reason);
        }

        private static Bound parts(double value, double partial, String reason) {
            return new Bound(value, partial, true, reason);
        }
    }

    /** Nothing is computed, or only by powers of two; what is left is where sixty digits end. */
    private static final double NOTHING = 1e-9;

    private static final String LIBRARY = "the library's function is within one";
    private static final String CHAIN = "an exponential, sums and a quotient, each with a rounding";
    private static final String SHARES = "shares of the gradient are added up";
    private static final String SUM = "added up in index order; units are those of the terms";
    private static final String EXPONENTS =
            "e^d of a difference d of logits, whose rounding it magnifies d times: numbers" + " differ by up to 20";

    /** What is not in the table is held to this. */
    private static final Bound ORDINARY = Bound.parts(4, 4, "not in the table of bounds yet");

    private static final Map<String, Bound> BOUNDS = Map.ofEntries(
            entry("neg", Bound.ulps(NOTHING, NOTHING, "")),
            entry("abs", Bound.ulps(NOTHING, NOTHING, "")),
            entry("relu", Bound.ulps(NOTHING, NOTHING, "")),
            entry("clamp", Bound.ulps(NOTHING, NOTHING, "")),
            entry("maximum", Bound.ulps(NOTHING, NOTHING, "")),
            entry("minimum", Bound.ulps(NOTHING, NOTHING, "")),
            entry("leakyRelu", Bound.ulps(0.5, NOTHING, "")),
            entry("add", Bound.ulps(0.5, NOTHING, "")),
            entry("sub", Bound.ulps(0.5, NOTHING, "")),
            entry("mul", Bound.ulps(0.5, NOTHING, "")),
            entry("square", Bound.ulps(0.5, NOTHING, "")),
            entry("div", Bound.ulps(0.5, 2, "-(a/b)/b has two roundings")),
            entry("reciprocal", Bound.ulps(0.5, 2.5, "-y*y of the rounded y has three roundings")),
            entry("sqrt", Bound.ulps(0.5, 2, "1/(2y) of the rounded y")),
            entry("exp", Bound.ulps(1, 1, LIBRARY)),
            entry("log", Bound.ulps(1, 0.5, LIBRARY)),
            entry("sin", Bound.ulps(1, 1, LIBRARY)),
            entry("cos", Bound.ulps(1, 1, LIBRARY)),
            entry("expm1", Bound.ulps(2, 1, LIBRARY)),
            entry("log1p", Bound.ulps(1, 2, "1/(1+x) has two roundings")),
            entry("elu", Bound.ulps(2, 1.5, "a factor more than expm1")),
            entry("pow", Bound.ulps(1, 2.5, "k x^(k-1): " + LIBRARY + ", and a product")),
            entry("pow(a,b)", Bound.ulps(1, 2.5, "b a^(b-1): " + LIBRARY + ", and a product or two")),
            entry("tanh", Bound.ulps(2, 4, CHAIN)),
            entry("sigmoid", Bound.ulps(2, 4, CHAIN + "; the slope s(x)s(-x) has two of them")),
            entry("softplus", Bound.ulps(2, 3, CHAIN)),
            entry("logSigmoid", Bound.ulps(2, 3, CHAIN)),
            entry("silu", Bound.parts(3, 5, CHAIN + "; the slope passes through 0")),
            entry("gelu", Bound.parts(6, 7, "erfc by rational functions; the slope passes through 0")),
            entry("geluTanh", Bound.parts(3, 7, "a cubic inside an exponential; the slope passes through 0")),
            entry("bceWithLogits", Bound.parts(2.5, 3, "terms cancel where the target is near the probability")),
            entry("matmul", Bound.parts(3, 3, SUM)),
            entry("linear", Bound.parts(3, 3, SUM)),
            entry("sum", Bound.parts(3, NOTHING, SUM)),
            entry("mean", Bound.parts(3, 1, SUM)),
            entry("max", Bound.parts(NOTHING, 1, "ties share")),
            entry("min", Bound.parts(NOTHING, 1, "ties share")),
            entry("logSumExp", Bound.parts(2, 24, EXPONENTS)),
            entry("softmax", Bound.parts(2, 24, EXPONENTS)),
            entry("logSoftmax", Bound.parts(3, 4, CHAIN)),
            entry("crossEntropy", Bound.parts(2, 24, EXPONENTS)),
            entry("sumSquaredError", Bound.parts(3, 3, SUM)),
            entry("meanSquaredError", Bound.parts(3, 3, SUM)),
            entry("where", Bound.parts(NOTHING, 2, SHARES)),
            entry("concat", Bound.parts(NOTHING, NOTHING, "")),
            entry("reshape", Bound.parts(NOTHING, NOTHING, "")),
            entry("transpose", Bound.parts(NOTHING, NOTHING, "")),
            entry("slice", Bound.parts(NOTHING, NOTHING, "")),
            entry("broadcastTo", Bound.parts(NOTHING, 2, SHARES)),
            entry("gather", Bound.parts(NOTHING, 2, SHARES)));

    private AccuracyBounds() {}

    /** The bound of an operation, by the name in reports. */
    public static Bound of(String operation) {
        return BOUNDS.getOrDefault(operation, ORDINARY);
    }
}
