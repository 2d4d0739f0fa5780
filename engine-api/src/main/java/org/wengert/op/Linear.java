package org.wengert.op;

import java.util.List;
import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * Weighted sums with a bias, the linear part of a layer: {@code Y = X W^T + b} of the operands {@code X}, {@code W} and
 * {@code b}, with weights as PyTorch lays them out. Inputs are {@code [inputs]} or {@code [batch, inputs]}, weights
 * {@code [outputs, inputs]} with a bias {@code [outputs]}, or for one sum {@code [inputs]} with a bias {@code []}, and
 * the result has the shape {@code X} had, but for {@code outputs} in place of {@code inputs}; for one sum that axis is
 * missing.
 *
 * <p>{@code y[i,j] = (sum over k of x[i,k] w[j,k]) + b[j]}, added up in the order of {@code k}, the bias last: to the bit
 * the numbers of {@code x.matmul(w, false, true).add(b)}, and gradients too. Gradients: {@code dX = dY W},
 * {@code dW = dY^T X}, {@code db = sum over i of dY[i]}.
 */
public record Linear() implements Structural {
    /** The one there is. */
    public static final Linear LAYER = new Linear();

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public int arity() {
        return 3;
    }

    @Override
    public Shape shape(List<Shape> operands) {
        Shape x = operands.get(0);
        Shape weights = operands.get(1);
        Shape bias = operands.get(2);
        if (x.rank() < 1 || x.rank() > 2) {
            throw new ShapeException("linear: inputs must have shape [inputs] or [batch, inputs]: they have " + x);
        }
        if (weights.rank() < 1 || weights.rank() > 2) {
            throw new ShapeException(
                    "linear: weights must have shape [outputs, inputs] or [inputs]: they have " + weights);
        }
        if (inputs(x) != inputs(weights)) {
            throw new ShapeException("linear: numbers of inputs differ: inputs " + x + " hold " + inputs(x)
                    + " a sample, weights " + weights + " take " + inputs(weights));
        }
        if (bias.rank() != weights.rank() - 1 || bias.size() != outputs(weights)) {
            throw new ShapeException("linear: one bias a sum is needed: weights " + weights + " go with a bias "
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
