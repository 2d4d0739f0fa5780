package org.wengert.explain;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.wengert.Value;
import org.wengert.draw.Drawing;

/**
 * Where a gradient came from. By the chain rule it is the sum, over all paths from the variable to the loss, of the product of
 * the slopes on each: {@code dL/dx = sum over paths of d y1/dx * d y2/dy1 * ... * dL/dyn}. Slopes are those of the table of
 * operations at the recorded numbers; {@code backward} need not have been called.
 *
 * <pre>{@code
 * System.out.println(Explanation.of(loss, w));
 * }</pre>
 *
 * <p>For expressions of single numbers; it is read at once, while the scope of the values is open.
 */
public final class Explanation {
    private static final int USUAL_LIMIT = 10;

    private final Value loss;
    private final Value variable;
    private final int limit;
    private final Paths paths;
    private final double gradient;
    private final Optional<Verdict> verdict;

    private Explanation(Value loss, Value variable, int limit) {
        this.loss = loss;
        this.variable = variable;
        this.limit = limit;
        Slopes slopes = new Slopes(loss, variable);
        paths = new Paths(slopes);
        gradient = paths.sum();
        verdict = new Diagnosis(slopes, gradient).verdict(loss, variable);
    }

    /**
     * Explains the derivative of one value by another.
     *
     * @throws org.wengert.error.NotScalarException if one of them, or what lies between, is not of shape []
     * @throws org.wengert.error.ForeignValueException if they belong to two engines
     */
    public static Explanation of(Value loss, Value variable) {
        return new Explanation(loss, variable, USUAL_LIMIT);
    }

    /**
     * With at most so many paths, the largest; 10 unless given.
     *
     * @param most from 1
     * @throws IllegalArgumentException if it is smaller
     */
    public Explanation limit(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("explain: the limit must be 1 or more: got " + most);
        }
        return new Explanation(loss, variable, most);
    }

    /** The derivative: what all paths contribute together, also those beyond the limit. */
    public double gradient() {
        return gradient;
    }

    /** How many paths there are, also beyond the limit. */
    public BigInteger count() {
        return paths.count();
    }

    /** The paths that contribute most, by absolute product, the largest first. */
    public List<GradientPath> paths() {
        return paths.largest(limit);
    }

    /** Why the derivative is zero, below a millionth, above a million or not finite; none if it is an ordinary number. */
    public Optional<Verdict> verdict() {
        return verdict;
    }

    /** The graph of the loss with all paths set off. */
    public Drawing drawing() {
        return Drawing.of(loss).path(variable);
    }

    /** The derivative, its paths with their slopes, and the verdict, a line each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        BigInteger count = count();
        text.append("d ").append(Words.part(loss)).append(" / d ").append(Words.part(variable));
        text.append(" = ")
                .append(Words.number(gradient))
                .append(", the sum over ")
                .append(Words.paths(count));
        List<GradientPath> shown = paths();
        for (GradientPath path : shown) {
            text.append("\n  ")
                    .append(Words.number(path.product()))
                    .append(" = ")
                    .append(Words.path(path, loss));
        }
        BigInteger rest = count.subtract(BigInteger.valueOf(shown.size()));
        if (rest.signum() > 0) {
            double contributed =
                    shown.stream().mapToDouble(GradientPath::product).sum();
            text.append("\n  ").append(Words.number(gradient - contributed)).append(" from ");
            text.append(Words.paths(rest)).append(" more");
        }
        verdict.ifPresent(why -> text.append("\n").append(why.text()));
        return text.toString();
    }
}
