package org.wengert;

import org.wengert.op.BroadcastTo;
import org.wengert.op.CrossEntropy;
import org.wengert.op.Gather;
import org.wengert.op.Linear;
import org.wengert.op.MatMul;
import org.wengert.op.Reduce;
import org.wengert.op.Reshape;
import org.wengert.op.Slice;
import org.wengert.op.Softmax;
import org.wengert.op.SquaredError;
import org.wengert.op.Structural;
import org.wengert.op.Transpose;
import org.wengert.op.Unary;
import org.wengert.op.Where;

/** What a value offers as an array: products, reductions, rearrangements. Axes count from 0; -1 is the last. */
public sealed interface Arrayed permits Value {
    /** Applies a structural operation, this value being the first operand. */
    Value apply(Structural op, Value... others);

    /** The shape. */
    Shape shape();

    /** Matrix product of ranks 1 and 2; see {@link MatMul}. */
    default Value matmul(Value right) {
        return apply(MatMul.PLAIN, right);
    }

    /** Matrix product in which either matrix may be taken transposed at no cost. */
    default Value matmul(Value right, boolean transposeThis, boolean transposeRight) {
        return apply(new MatMul(transposeThis, transposeRight), right);
    }

    /** Weighted sums of this with a bias, {@code this W^T + b}: the linear part of a layer; see {@link Linear}. */
    default Value linear(Value weights, Value bias) {
        return apply(Linear.LAYER, weights, bias);
    }

    /** A whole layer, {@code f(this W^T + b)}; see {@link Linear}. */
    default Value linear(Value weights, Value bias, Unary activation) {
        return apply(Linear.with(activation), weights, bias);
    }

    /** Sum over axes, or over all when none is named. */
    default Value sum(int... axes) {
        return reduce(Reduce.Kind.SUM, false, axes);
    }

    /** Mean over axes, or over all when none is named. */
    default Value mean(int... axes) {
        return reduce(Reduce.Kind.MEAN, false, axes);
    }

    /** Largest over axes, or over all when none is named; ties share the gradient equally. */
    default Value max(int... axes) {
        return reduce(Reduce.Kind.MAX, false, axes);
    }

    /** Smallest over axes, or over all when none is named; ties share the gradient equally. */
    default Value min(int... axes) {
        return reduce(Reduce.Kind.MIN, false, axes);
    }

    /** {@code ln sum e^x} over axes, or over all when none is named; never overflows. */
    default Value logSumExp(int... axes) {
        return reduce(Reduce.Kind.LOG_SUM_EXP, false, axes);
    }

    /** Any reduction; with {@code keepDims} reduced axes stay with size 1, so that the result broadcasts back. */
    default Value reduce(Reduce.Kind kind, boolean keepDims, int... axes) {
        return apply(new Reduce(kind, keepDims, axes));
    }

    /** The same numbers in row-major order under other sizes, one of which may be -1. */
    default Value reshape(int... sizes) {
        return apply(Reshape.of(shape(), sizes));
    }

    /** Axes in the given order, or reversed when none is given. */
    default Value transpose(int... order) {
        return apply(new Transpose(order));
    }

    /** Repeated to a larger shape by NumPy's rule. */
    default Value broadcastTo(Shape shape) {
        return apply(new BroadcastTo(shape));
    }

    /** Elements {@code start} up to but without {@code stop} along an axis. */
    default Value slice(int axis, int start, int stop) {
        return apply(new Slice(axis, start, stop, 1));
    }

    /** Every {@code step}-th element from {@code start} up to but without {@code stop} along an axis. */
    default Value slice(int axis, int start, int stop, int step) {
        return apply(new Slice(axis, start, stop, step));
    }

    /** Slices with these indices along an axis; an index may repeat. */
    default Value gather(int axis, int... indices) {
        return apply(new Gather(axis, indices));
    }

    /** Softmax along an axis. */
    default Value softmax(int axis) {
        return apply(new Softmax(axis, false));
    }

    /** Logarithm of the softmax along an axis. */
    default Value logSoftmax(int axis) {
        return apply(new Softmax(axis, true));
    }

    /** Cross-entropy of logits against class numbers, one loss a sample; take its sum or mean. */
    default Value crossEntropy(int... targets) {
        return apply(new CrossEntropy(targets));
    }

    /** Sum of the squares of differences from a target of this shape; see {@link SquaredError}. */
    default Value sumSquaredError(Value target) {
        return apply(SquaredError.SUM, target);
    }

    /** Mean of the squares of differences from a target of this shape; see {@link SquaredError}. */
    default Value meanSquaredError(Value target) {
        return apply(SquaredError.MEAN, target);
    }

    /** This where the mask is true, the other elsewhere; what is not taken gets no gradient. */
    default Value where(Shape maskShape, boolean[] mask, Value otherwise) {
        return apply(new Where(maskShape, mask), otherwise);
    }
}
