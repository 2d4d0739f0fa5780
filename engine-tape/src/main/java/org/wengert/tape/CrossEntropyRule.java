package org.wengert.tape;

import java.util.Arrays;
import org.wengert.op.SoftmaxRow;

/** {@code -ln softmax(x)[target]} for each sample; {@code dx = dy (softmax(x) - onehot(target))}. */
final class CrossEntropyRule implements Rule {
    private final int[] targets;

    CrossEntropyRule(int[] targets) {
        this.targets = targets;
    }

    @Override
    public void forward(Block[] operands, Block y) {
        Span losses = y.data();
        for (int sample = 0; sample < targets.length; sample++) {
            losses.array()[losses.at() + sample] = -row(operands[0], sample).logShare(targets[sample]);
        }
    }

    @Override
    public void backward(Block[] operands, Block y) {
        Block x = operands[0];
        if (!x.isLive()) {
            return;
        }
        Span gy = y.adjoint();
        Span gx = x.reach();
        int classes = classes(x);
        for (int sample = 0; sample < targets.length; sample++) {
            SoftmaxRow row = row(x, sample);
            double gradient = gy.array()[gy.at() + sample];
            int at = gx.at() + sample * classes;
            for (int k = 0; k < classes; k++) {
                gx.array()[at + k] += gradient * (k == targets[sample] ? -row.rest(k) : row.share(k));
            }
        }
    }

    private static SoftmaxRow row(Block logits, int sample) {
        int classes = classes(logits);
        Span x = logits.data().plus(sample * classes);
        return new SoftmaxRow(Arrays.copyOfRange(x.array(), x.at(), x.at() + classes));
    }

    private static int classes(Block logits) {
        return logits.shape.dim(logits.shape.rank() - 1);
    }
}
