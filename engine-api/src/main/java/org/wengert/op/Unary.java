package org.wengert.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.wengert.Shape;

/**
 * The table of operations on one number, applied element by element. Each is one entry: name, domain, value
 * {@code y = f(x)} and slope {@code f'(x)}, given {@code x} and the value {@code y} already computed.
 *
 * <p>A number that is NaN has the slope NaN wherever its value is NaN. What holds at kinks and at the ends of domains
 * stands with the entry.
 */
public final class Unary implements Op {
    private static final List<Unary> TABLE = new ArrayList<>();

    /** {@code -x}. */
    public static final Unary NEG = entry("neg", "-", Domain.ALL, x -> -x, (x, y) -> -1);

    /** {@code x * x}, slope {@code 2x}. */
    public static final Unary SQUARE = entry("square", "**2", Domain.ALL, x -> x * x, (x, y) -> 2 * x);

    /** {@code 1 / x}, slope {@code -1 / x^2}; at 0 the value is infinite and the slope negative infinite. */
    public static final Unary RECIPROCAL = entry("reciprocal", "1/", Domain.NON_ZERO, x -> 1 / x, (x, y) -> -y * y);

    /** {@code e^x}, its own slope. */
    public static final Unary EXP = entry("exp", Domain.ALL, Math::exp, (x, y) -> y);

    /** {@code e^x - 1}, exact to the last digits near 0. */
    public static final Unary EXPM1 = entry("expm1", Domain.ALL, Math::expm1, (x, y) -> Math.exp(x));

    /** Natural logarithm, slope {@code 1 / x}; at 0 negative infinity with slope infinity, below 0 both NaN. */
    public static final Unary LOG = entry("log", Domain.POSITIVE, Math::log, (x, y) -> x < 0 ? Double.NaN : 1 / x);

    /** {@code ln(1 + x)}, exact to the last digits near 0; below -1 value and slope are NaN. */
    public static final Unary LOG1P =
            entry("log1p", Domain.above(-1), Math::log1p, (x, y) -> x < -1 ? Double.NaN : 1 / (1 + x));

    /** Square root, slope {@code 1 / (2 sqrt x)}: infinite at 0, NaN below. */
    public static final Unary SQRT = entry("sqrt", Domain.POSITIVE, Math::sqrt, (x, y) -> 0.5 / y);

    /** Sine of radians. */
    public static final Unary SIN = entry("sin", Domain.ALL, Math::sin, (x, y) -> Math.cos(x));

    /** Cosine of radians. */
    public static final Unary COS = entry("cos", Domain.ALL, Math::cos, (x, y) -> -Math.sin(x));

    /** Hyperbolic tangent, slope {@code 1 - tanh(x)^2} in a form that keeps its digits for large {@code x}. */
    public static final Unary TANH = entry("tanh", Domain.ALL, Numerics::tanh, Numerics::tanhSlope);

    /** Logistic function {@code 1 / (1 + e^-x)}; never overflows. */
    public static final Unary SIGMOID = entry("sigmoid", Domain.ALL, Numerics::sigmoid, Numerics::sigmoidSlope);

    /** {@code max(x, 0)}; slope at 0 is 0. */
    public static final Unary RELU =
            entry("relu", Domain.ALL, x -> Math.max(x, 0), (x, y) -> x > 0 ? 1 : y == 0 ? 0 : Double.NaN, 0);

    /** {@code ln(1 + e^x)}, slope the logistic function; {@code x} itself for large {@code x}. */
    public static final Unary SOFTPLUS =
            entry("softplus", Domain.ALL, Numerics::softplus, (x, y) -> Numerics.sigmoid(x));

    /** {@code ln(1 / (1 + e^-x))}, slope {@code 1 / (1 + e^x)}; {@code x} itself for large negative {@code x}. */
    public static final Unary LOG_SIGMOID =
            entry("logSigmoid", Domain.ALL, x -> -Numerics.softplus(-x), (x, y) -> Numerics.sigmoid(-x));

    /** {@code x * sigmoid(x)}, also called swish. */
    public static final Unary SILU = entry("silu", Domain.ALL, Numerics::silu, Numerics::siluSlope);

    /** {@code x * Phi(x)} with the normal distribution function (Hendrycks and Gimpel 2016). */
    public static final Unary GELU = entry("gelu", Domain.ALL, Numerics::gelu, Numerics::geluSlope);

    /** The tanh approximation of {@link #GELU}: {@code x/2 * (1 + tanh(sqrt(2/pi) * (x + 0.044715 x^3)))}. */
    public static final Unary GELU_TANH = entry("geluTanh", Domain.ALL, Numerics::geluTanh, Numerics::geluTanhSlope);

    /** Absolute value; slope at 0 is 0. */
    public static final Unary ABS = entry("abs", Domain.ALL, Math::abs, (x, y) -> Math.signum(x), 0);

    private static final Unary POW = table(pow(TABLE.size(), 3));
    private static final Unary LEAKY_RELU = table(leakyRelu(TABLE.size(), 0.01));
    private static final Unary ELU = table(elu(TABLE.size(), 1));
    private static final Unary CLAMP = table(clamp(TABLE.size(), -1, 1));

    private final String name;
    private final String symbol;
    private final int index;
    private final Domain domain;
    private final DoubleUnaryOperator value;
    private final DoubleBinaryOperator slope;
    private final double[] parameters;
    private final double[] kinks;

    private Unary(
            String name,
            String symbol,
            int index,
            Domain domain,
            DoubleUnaryOperator value,
            DoubleBinaryOperator slope,
            double[] parameters,
            double... kinks) {
        this.name = Objects.requireNonNull(name);
        this.symbol = symbol;
        this.index = index;
        this.domain = domain;
        this.value = Objects.requireNonNull(value);
        this.slope = Objects.requireNonNull(slope);
        this.parameters = parameters;
        this.kinks = kinks;
    }

    /**
     * {@code x^k} for a constant {@code k}, slope {@code k x^(k-1)}. {@code x^0} is 1 with slope 0 and {@code x^1} has
     * slope 1 for every {@code x}, 0 and NaN included; a negative {@code x} with a fractional {@code k} gives NaN.
     */
    public static Unary pow(double k) {
        return pow(POW.index, k);
    }

    private static Unary pow(int index, double k) {
        Domain domain = k == Math.rint(k) ? k < 0 ? Domain.NON_ZERO : Domain.ALL : Domain.POSITIVE;
        String text = k == Math.rint(k) && Math.abs(k) < 1e15 ? Long.toString((long) k) : Double.toString(k);
        return new Unary(
                "pow",
                "**" + text,
                index,
                domain,
                x -> Math.pow(x, k),
                (x, y) -> Numerics.powSlope(x, k),
                new double[] {k});
    }

    /** {@code x} above 0 and {@code a x} elsewhere; slope at 0 is {@code a}. */
    public static Unary leakyRelu(double a) {
        return leakyRelu(LEAKY_RELU.index, a);
    }

    private static Unary leakyRelu(int index, double a) {
        return new Unary(
                "leakyRelu",
                "leakyRelu",
                index,
                Domain.ALL,
                x -> x > 0 ? x : a * x,
                (x, y) -> x > 0 ? 1 : x <= 0 ? a : Double.NaN,
                new double[] {a},
                0);
    }

    /** {@code x} above 0 and {@code a (e^x - 1)} elsewhere; slope at 0 is {@code a}. */
    public static Unary elu(double a) {
        return elu(ELU.index, a);
    }

    private static Unary elu(int index, double a) {
        return new Unary(
                "elu",
                "elu",
                index,
                Domain.ALL,
                x -> x > 0 ? x : a * Math.expm1(x),
                (x, y) -> x > 0 ? 1 : a * Math.exp(x),
                new double[] {a},
                0);
    }

    /**
     * {@code x} held between two bounds; the slope is 1 between and on them, 0 outside.
     *
     * @throws IllegalArgumentException if {@code low > high} or a bound is NaN
     */
    public static Unary clamp(double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "clamp: the lower bound must not exceed the upper: " + low + ", " + high);
        }
        return clamp(CLAMP.index, low, high);
    }

    private static Unary clamp(int index, double low, double high) {
        return new Unary(
                "clamp",
                "clamp",
                index,
                Domain.ALL,
                x -> Math.min(Math.max(x, low), high),
                (x, y) -> x >= low && x <= high ? 1 : Double.isNaN(x) ? Double.NaN : 0,
                new double[] {low, high},
                low,
                high);
    }

    /**
     * An operation of the user's own, differentiated like any other.
     *
     * @param value {@code f(x)}
     * @param slope {@code f'(x)}, given {@code x} and {@code f(x)}
     */
    public static Unary of(String name, DoubleUnaryOperator value, DoubleBinaryOperator slope) {
        return new Unary(name, name, -1, Domain.ALL, value, slope, new double[0]);
    }

    /** Every entry of the table; one with parameters stands there with ordinary ones. */
    public static List<Unary> table() {
        return List.copyOf(TABLE);
    }

    private static Unary entry(
            String name, Domain domain, DoubleUnaryOperator value, DoubleBinaryOperator slope, double... kinks) {
        return entry(name, name, domain, value, slope, kinks);
    }

    private static Unary entry(
            String name,
            String symbol,
            Domain domain,
            DoubleUnaryOperator value,
            DoubleBinaryOperator slope,
            double... kinks) {
        return table(new Unary(name, symbol, TABLE.size(), domain, value, slope, new double[0], kinks));
    }

    private static Unary table(Unary entry) {
        TABLE.add(entry);
        return entry;
    }

    /** {@code f(x)}. */
    public double value(double x) {
        return value.applyAsDouble(x);
    }

    /** {@code f'(x)}, where {@code y} is {@code f(x)}. */
    public double slope(double x, double y) {
        return slope.applyAsDouble(x, y);
    }

    /** Where the value is finite. */
    public Domain domain() {
        return domain;
    }

    /** The constants of the formula, such as the exponent of {@code pow}; none for most. */
    public double[] parameters() {
        return parameters.clone();
    }

    /** Points where the slope jumps, so that no difference quotient can check it. */
    public double[] kinks() {
        return kinks.clone();
    }

    /** A dense number for this entry of the table, whatever its parameters; -1 for a user's own operation. */
    public int index() {
        return index;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int arity() {
        return 1;
    }

    /** The shape of the operand. */
    @Override
    public Shape shape(Shape... operands) {
        return operands[0];
    }

    @Override
    public String toString() {
        return name;
    }
}
