package org.wengert.op;

import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * Squares of differences as one number: {@code sum over i of (x[i] - t[i])^2}, or that divided by their count n. Both
 * operands have one shape, whatever it is; nothing is stretched. The mean of nothing is NaN, the sum is 0.
 *
 * <p>Squares are added up in index order: to the bit the number of {@code x.sub(t).square().sum()}, or {@code mean()},
 * and gradients too. Gradients: {@code dx = dy 2 (x - t)}, {@code dt = -dx}, with {@code dy / n} in place of {@code dy}
 * for the mean.
 *
 * @param mean whether the sum is divided by n
 */
public record SquaredError(boolean mean) implements Structural {
    /** The squares added up. */
    public static final SquaredError SUM = new SquaredError(false);

    /** The squares averaged. */
    public static final SquaredError MEAN = new SquaredError(true);

    @Override
    public String name() {
        return mean ? "meanSquaredError" : "sumSquaredError";
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Shape shape(Shape... operands) {
        if (!operands[0].equals(operands[1])) {
            throw new ShapeException(name() + ": shapes differ: " + operands[0] + " and " + operands[1]
                    + "; nothing is stretched here: use sub, square and " + (mean ? "mean" : "sum")
                    + " where one is to stand for many");
        }
        return Shape.SCALAR;
    }

    /** By what the sum of {@code n} squares is divided. */
    public int divisor(int n) {
        return mean ? n : 1;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.squaredError(this);
    }

    @Override
    public String toString() {
        return name();
    }
}
