package org.wengert.op;

import org.wengert.Shape;
import org.wengert.error.ShapeException;

/**
 * Cross-entropy of logits against class numbers, one loss a sample: {@code -ln softmax(x)[target]}. Logits are
 * {@code [n, classes]} and give {@code [n]}; a single sample {@code [classes]} gives {@code []}. Fused, so that it
 * neither overflows nor loses digits; gradient {@code softmax(x) - onehot(target)}.
 */
public final class CrossEntropy implements Structural {
    private final int[] targets;

    /** The class of each sample, counted from 0. */
    public CrossEntropy(int... targets) {
        this.targets = targets.clone();
    }

    /** The class of each sample, as a copy. */
    public int[] targets() {
        return targets.clone();
    }

    @Override
    public String name() {
        return "crossEntropy";
    }

    @Override
    public int arity() {
        return 1;
    }

    @Override
    public Shape shape(Shape... operands) {
        Shape logits = operands[0];
        if (logits.rank() < 1 || logits.rank() > 2) {
            throw new ShapeException(
                    "crossEntropy: logits must have shape [samples, classes] or [classes]: they have " + logits);
        }
        int samples = logits.rank() == 2 ? logits.dim(0) : 1;
        int classes = logits.dim(logits.rank() - 1);
        if (targets.length != samples) {
            throw new ShapeException("crossEntropy: one target a sample is needed: logits " + logits + " hold "
                    + samples + " samples, got " + targets.length + " targets");
        }
        for (int i = 0; i < samples; i++) {
            if (targets[i] < 0 || targets[i] >= classes) {
                throw new ShapeException("crossEntropy: target out of range: sample " + i + " has class " + targets[i]
                        + ", logits " + logits + " know classes 0 to " + (classes - 1));
            }
        }
        return logits.rank() == 2 ? Shape.of(samples) : Shape.SCALAR;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.crossEntropy(this);
    }

    @Override
    public String toString() {
        return name();
    }
}
