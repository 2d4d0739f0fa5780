package org.wengert.op;

import java.util.Optional;
import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * Weighted sums with a bias, the linear part of a layer: {@code Y = X W^T + b} of the operands {@code X}, {@code W} and
 * {@code b}, with weights as PyTorch lays them out; or a whole layer, {@code Y = f(X W^T + b)} with an activation
 * {@code f}. Inputs are {@code [inputs]} or {@code [batch, inputs]}, weights {@code [outputs, inputs]} with a bias
 * {@code [outputs]}, or for one sum {@code [inputs]} with a bias {@code []}, and the result has the shape {@code X} had,
 * but for {@code outputs} in place of {@code inputs}; for one sum that axis is missing.
 *
 * <p>{@code z[i,j] = (sum over k of x[i,k] w[j,k]) + b[j]}, added up in the order of {@code k}, the bias last: to the bit
 * the numbers of {@code x.matmul(w, false, true).add(b).apply(f)}, and gradients too. Gradients: {@code dZ = dY f'(Z)},
 * {@code dX = dZ W}, {@code dW = dZ^T X}, {@code db = sum over i of dZ[i]}.
 *
 * @param activation what is done to each sum, if anything
 */
public record Linear(Optional<Unary> activation) implements Structural {
    /** The sums alone. */
    public static final Linear LAYER = new Linear(Optional.empty());

    /** A layer with an activation. */
    public static Linear with(Unary activation) {
        return new Linear(Optional.of(activation));
    }

    @Override
    public String name() {
        return activation.isPresent() ? "linear+" + activation.get().name() : "linear";
    }

    @Override
    public int arity() {
        return 3;
    }

    @Override
    public Shape shape(Shape... operands) {
        Shape x = operands[0];
        Shape weights = operands[1];
        Shape bias = operands[2];
        if (x.rank() < 1 || x.rank() > 2) {
            throw new ShapeException(name() + ": inputs must have shape [inputs] or [batch, inputs]: they have " + x);
        }
        if (weights.rank() < 1 || weights.rank() > 2) {
            throw new ShapeException(
                    name() + ": weights must have shape [outputs, inputs] or [inputs]: they have " + weights);
        }
        if (inputs(x) != inputs(weights)) {
            throw new ShapeException(name() + ": numbers of inputs differ: inputs " + x + " hold " + inputs(x)
                    + " a sample, weights " + weights + " take " + inputs(weights));
        }
        if (bias.rank() != weights.rank() - 1 || bias.size() != outputs(weights)) {
            throw new ShapeException(name() + ": one bias a sum is needed: weights " + weights + " go with a bias "
                    + (weights.rank() == 1 ? Shape.SCALAR : Shape.of(weights.dim(0))) + ", got " + bias);
        }
        return x.rank() == 1 ? bias : weights.rank() == 1 ? Shape.of(x.dim(0)) : Shape.of(x.dim(0), weights.dim(0));
    }

    /** How many samples these inputs are. */
    public static int samples(Shape x) {
        return x.rank() == 1 ? 1 : x.dim(0);
    }

    /** How many numbers a sample has, or weights take. */
    public static int inputs(Shape shape) {
        return shape.dim(shape.rank() - 1);
    }

    /** How many sums these weights give for each sample. */
    public static int outputs(Shape weights) {
        return weights.rank() == 1 ? 1 : weights.dim(0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.linear(this);
    }

    @Override
    public String toString() {
        return name();
    }
}
