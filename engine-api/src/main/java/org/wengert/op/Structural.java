package org.wengert.op;

/**
 * An operation that is more than a formula applied element by element. Here stand its attributes and the rule for the
 * shape of its result; each engine holds one forward and one backward for each case of {@link Visitor}, so that an
 * engine that forgets one does not compile.
 */
public sealed interface Structural extends Op
        permits MatMul, Linear, Reduce, Softmax, CrossEntropy, SquaredError, Where, Concat, Rearrangement {

    /** Calls the case for this operation. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A case for each kind of structural operation.
     *
     * @param <R> what a case gives
     */
    interface Visitor<R> {
        /** Product of matrices and vectors. */
        R matMul(MatMul op);

        /** Weighted sums with a bias. */
        R linear(Linear op);

        /** Sum, mean, maximum, minimum or log-sum-exp over axes. */
        R reduce(Reduce op);

        /** Softmax or its logarithm along an axis. */
        R softmax(Softmax op);

        /** Cross-entropy of logits against class numbers. */
        R crossEntropy(CrossEntropy op);

        /** Squares of differences, added up or averaged. */
        R squaredError(SquaredError op);

        /** A choice between two operands by a fixed mask. */
        R where(Where op);

        /** Operands joined along an axis. */
        R concat(Concat op);

        /** Numbers of one operand in another order, repeated or left out. */
        R rearrange(Rearrangement op);
    }
}
