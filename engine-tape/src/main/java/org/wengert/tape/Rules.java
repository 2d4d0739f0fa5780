package org.wengert.tape;

import org.wengert.op.Binary;
import org.wengert.op.Concat;
import org.wengert.op.CrossEntropy;
import org.wengert.op.MatMul;
import org.wengert.op.Op;
import org.wengert.op.Rearrangement;
import org.wengert.op.Reduce;
import org.wengert.op.Softmax;
import org.wengert.op.Structural;
import org.wengert.op.Unary;
import org.wengert.op.Where;

/** The rule for each operation. */
final class Rules implements Structural.Visitor<Rule> {
    private final Kernels kernels;

    Rules(Kernels kernels) {
        this.kernels = kernels;
    }

    Rule of(Op op) {
        if (op instanceof Unary) {
            return new UnaryRule((Unary) op, kernels);
        }
        if (op instanceof Binary) {
            return new BinaryRule((Binary) op, kernels);
        }
        return ((Structural) op).accept(this);
    }

    @Override
    public Rule matMul(MatMul op) {
        return new MatMulRule(op, kernels);
    }

    @Override
    public Rule reduce(Reduce op) {
        return new ReduceRule(op);
    }

    @Override
    public Rule softmax(Softmax op) {
        return new SoftmaxRule(op);
    }

    @Override
    public Rule crossEntropy(CrossEntropy op) {
        return new CrossEntropyRule(op.targets());
    }

    @Override
    public Rule where(Where op) {
        return new WhereRule(op);
    }

    @Override
    public Rule concat(Concat op) {
        return new ConcatRule(op, kernels);
    }

    @Override
    public Rule rearrange(Rearrangement op) {
        return new RearrangeRule(op);
    }
}
