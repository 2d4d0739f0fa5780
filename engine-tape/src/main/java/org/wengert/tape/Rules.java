package org.wengert.tape;

import org.wengert.op.Binary;
import org.wengert.op.Concat;
import org.wengert.op.CrossEntropy;
import org.wengert.op.Linear;
import org.wengert.op.MatMul;
import org.wengert.op.Op;
import org.wengert.op.Rearrangement;
import org.wengert.op.Reduce;
import org.wengert.op.Softmax;
import org.wengert.op.SquaredError;
import org.wengert.op.Structural;
import org.wengert.op.Unary;
import org.wengert.op.Where;

/** The rule for each operation. A rule keeps nothing of a call: attributes stand in the result's operation. */
final class Rules<A> implements Structural.Visitor<Rule<A>> {
    private final Rule<A> unary;
    private final Rule<A> binary;
    private final Rule<A> matMul;
    private final Rule<A> linear;
    private final Rule<A> reduce;
    private final Rule<A> softmax;
    private final Rule<A> crossEntropy;
    private final Rule<A> squaredError;
    private final Rule<A> where;
    private final Rule<A> concat;
    private final Rule<A> rearrange;

    Rules(Kernels<A> kernels) {
        unary = new UnaryRule<>(kernels);
        binary = new BinaryRule<>(kernels);
        matMul = new MatMulRule<>(kernels);
        linear = new LinearRule<>(kernels);
        reduce = new ReduceRule<>(kernels);
        softmax = new SoftmaxRule<>(kernels);
        crossEntropy = new CrossEntropyRule<>(kernels);
        squaredError = new SquaredErrorRule<>(kernels);
        where = new WhereRule<>(kernels);
        concat = new ConcatRule<>(kernels);
        rearrange = new RearrangeRule<>(kernels);
    }

    Rule<A> of(Op op) {
        if (op instanceof Unary) {
            return unary;
        }
        return op instanceof Binary ? binary : ((Structural) op).accept(this);
    }

    @Override
    public Rule<A> matMul(MatMul op) {
        return matMul;
    }

    @Override
    public Rule<A> linear(Linear op) {
        return linear;
    }

    @Override
    public Rule<A> reduce(Reduce op) {
        return reduce;
    }

    @Override
    public Rule<A> softmax(Softmax op) {
        return softmax;
    }

    @Override
    public Rule<A> crossEntropy(CrossEntropy op) {
        return crossEntropy;
    }

    @Override
    public Rule<A> squaredError(SquaredError op) {
        return squaredError;
    }

    @Override
    public Rule<A> where(Where op) {
        return where;
    }

    @Override
    public Rule<A> concat(Concat op) {
        return concat;
    }

    @Override
    public Rule<A> rearrange(Rearrangement op) {
        return rearrange;
    }
}
