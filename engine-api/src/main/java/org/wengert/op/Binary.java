package org.wengert.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.wengert.Shape;

/**
 * The table of operations on two numbers, applied element by element with NumPy's broadcasting. Each is one entry:
 * name, the domains of both operands, value {@code y = f(a, b)} and the two partial derivatives, given {@code a},
 * {@code b} and {@code y}.
 */
public final class Binary implements Op {
    /** A partial derivative at {@code (a, b)}, where the value there is {@code y}. */
    @FunctionalInterface
    public interface Slope {
        /** The derivative. */
        double at(double a, double b, double y);
    }

    private static final List<Binary> TABLE = new ArrayList<>();

    /** {@code a + b}. */
    public static final Binary ADD =
            entry("add", "+", Domain.ALL, Domain.ALL, (a, b) -> a + b, (a, b, y) -> 1, (a, b, y) -> 1);

    /** {@code a - b}. */
    public static final Binary SUB =
            entry("sub", "-", Domain.ALL, Domain.ALL, (a, b) -> a - b, (a, b, y) -> 1, (a, b, y) -> -1);

    /** {@code a * b}. */
    public static final Binary MUL =
            entry("mul", "*", Domain.ALL, Domain.ALL, (a, b) -> a * b, (a, b, y) -> b, (a, b, y) -> a);

    /** {@code a / b}, a true division; partials {@code 1/b} and {@code -(a/b)/b}, which do not overflow with b^2. */
    public static final Binary DIV =
            entry("div", "/", Domain.ALL, Domain.NON_ZERO, (a, b) -> a / b, (a, b, y) -> 1 / b, (a, b, y) -> -y / b);

    /**
     * {@code a^b} with both variable; partials {@code b a^(b-1)}, which is 0 for {@code b = 0}, and
     * {@code a^b ln a}, which is 0 for {@code a = 0, b >= 0} and NaN for {@code a < 0}.
     */
    public static final Binary POW = entry(
            "pow",
            "**",
            Domain.POSITIVE,
            Domain.ALL,
            Math::pow,
            (a, b, y) -> Numerics.powSlope(a, b),
            (a, b, y) -> a == 0 && b >= 0 ? 0 : y * Math.log(a));

    /** The larger of two; where they are equal each gets half of the gradient. NaN, slopes too, if either is. */
    public static final Binary MAXIMUM =
            kinked("maximum", Math::max, (a, b, y) -> share(a, b), (a, b, y) -> share(b, a));

    /** The smaller of two; where they are equal each gets half of the gradient. NaN, slopes too, if either is. */
    public static final Binary MINIMUM =
            kinked("minimum", Math::min, (a, b, y) -> share(b, a), (a, b, y) -> share(a, b));

    /**
     * Cross-entropy of a logit {@code a} against the probability {@code b}:
     * {@code -b ln s(a) - (1-b) ln(1 - s(a))} with the logistic function s, in the form
     * {@code max(a, 0) - a b + ln(1 + e^-|a|)} that neither overflows nor loses digits for b = 0 and b = 1.
     */
    public static final Binary BCE_WITH_LOGITS = entry(
            "bceWithLogits",
            "bce",
            Domain.ALL,
            Domain.ALL,
            Numerics::bceWithLogits,
            (a, b, y) -> (1 - b) * Numerics.sigmoid(a) - b * Numerics.sigmoid(-a),
            (a, b, y) -> -a);

    private final String name;
    private final String symbol;
    private final int index;
    private final Domain leftDomain;
    private final Domain rightDomain;
    private final DoubleBinaryOperator value;
    private final Slope left;
    private final Slope right;
    private final boolean kinkWhereEqual;

    private Binary(
            String name,
            String symbol,
            int index,
            Domain leftDomain,
            Domain rightDomain,
            DoubleBinaryOperator value,
            Slope left,
            Slope right,
            boolean kinkWhereEqual) {
        this.name = Objects.requireNonNull(name);
        this.symbol = symbol;
        this.index = index;
        this.leftDomain = leftDomain;
        this.rightDomain = rightDomain;
        this.value = Objects.requireNonNull(value);
        this.left = Objects.requireNonNull(left);
        this.right = Objects.requireNonNull(right);
        this.kinkWhereEqual = kinkWhereEqual;
    }

    /**
     * An operation of the user's own, differentiated like any other.
     *
     * @param value {@code f(a, b)}
     * @param left  {@code df/da}, given {@code a}, {@code b} and {@code f(a, b)}
     * @param right {@code df/db}, likewise
     */
    public static Binary of(String name, DoubleBinaryOperator value, Slope left, Slope right) {
        return new Binary(name, name, -1, Domain.ALL, Domain.ALL, value, left, right, false);
    }

    /** Every entry of the table. */
    public static List<Binary> table() {
        return List.copyOf(TABLE);
    }

    private static Binary entry(
            String name,
            String symbol,
            Domain leftDomain,
            Domain rightDomain,
            DoubleBinaryOperator value,
            Slope left,
            Slope right) {
        return table(name, symbol, leftDomain, rightDomain, value, left, right, false);
    }

    private static Binary kinked(String name, DoubleBinaryOperator value, Slope left, Slope right) {
        return table(name, name, Domain.ALL, Domain.ALL, value, left, right, true);
    }

    private static Binary table(
            String name,
            String symbol,
            Domain leftDomain,
            Domain rightDomain,
            DoubleBinaryOperator value,
            Slope left,
            Slope right,
            boolean kinkWhereEqual) {
        Binary op = new Binary(name, symbol, TABLE.size(), leftDomain, rightDomain, value, left, right, kinkWhereEqual);
        TABLE.add(op);
        return op;
    }

    private static double share(double winner, double loser) {
        return winner > loser ? 1 : winner < loser ? 0 : winner == loser ? 0.5 : Double.NaN;
    }

    /** {@code f(a, b)}. */
    public double value(double a, double b) {
        return value.applyAsDouble(a, b);
    }

    /** {@code df/da}, where {@code y} is {@code f(a, b)}. */
    public double left(double a, double b, double y) {
        return left.at(a, b, y);
    }

    /** {@code df/db}, where {@code y} is {@code f(a, b)}. */
    public double right(double a, double b, double y) {
        return right.at(a, b, y);
    }

    /** Where the left operand gives a finite value. */
    public Domain leftDomain() {
        return leftDomain;
    }

    /** Where the right operand gives a finite value. */
    public Domain rightDomain() {
        return rightDomain;
    }

    /** Whether the partial derivatives jump where both operands are equal. */
    public boolean kinkWhereEqual() {
        return kinkWhereEqual;
    }

    /** A dense number for this entry of the table; -1 for a user's own operation. */
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
        return 2;
    }

    /** The shape that both operands are broadcast to. */
    @Override
    public Shape shape(Shape... operands) {
        return Shape.broadcast(name, operands[0], operands[1]);
    }

    @Override
    public String toString() {
        return name;
    }
}
