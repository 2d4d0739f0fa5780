package org.wengert.tape;

import java.util.Objects;
import org.wengert.op.CrossEntropy;

/** {@code -ln softmax(x)[target]} for each sample; {@code dx = dy (softmax(x) - onehot(target))}. */
final class CrossEntropyRule<A> implements Rule<A> {
    private final Kernels<A> kernels;

    CrossEntropyRule(Kernels<A> kernels) {
        this.kernels = kernels;
    }

    @Override
    public void forward(ArrayValue<A> y) {
        TapeValue<A> x = y.operand(0);
        int[] targets = ((CrossEntropy) y.operation()).targets();
        y.memo = targets;
        kernels.suited(y.operation()).crossEntropy(x.store(), x.at(), classes(x), targets, y.store(), y.at());
    }

    @Override
    public void backward(ArrayValue<A> y) {
        TapeValue<A> x = y.operand(0);
        int[] targets = (int[]) Objects.requireNonNull(y.memo);
        boolean add = x.reach();
        Kernels<A> suited = kernels.suited(y.operation());
        suited.crossEntropyGradient(
                x.store(), x.at(), classes(x), targets, y.adjoint(), y.at(), x.adjoint(), x.at(), add);
    }

    private int classes(TapeValue<A> logits) {
        return logits.shape().dim(logits.shape().rank() - 1);
    }
}
