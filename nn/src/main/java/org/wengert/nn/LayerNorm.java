package org.wengert.nn;

import java.util.List;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Reduce;

/**
 * Brings the numbers of each sample to mean 0 and variance 1, then scales and shifts each:
 * {@code (x - mean(x)) / sqrt(var(x) + eps) * weight + bias}, the variance divided by n (Ba, Kiros and Hinton 2016).
 * Inputs {@code [size]} or {@code [batch, size]}; it does not matter what else is in the batch. The variables
 * {@code weight} and {@code bias}, {@code [size]}, begin as 1 and 0.
 */
public final class LayerNorm implements Model {
    /** What PyTorch adds to the variance too. */
    public static final double USUAL_EPS = 1e-5;

    private final Scaling scaling;

    private LayerNorm(Scaling scaling) {
        this.scaling = scaling;
    }

    /** A normaliser of samples of this many numbers, eps 1e-5. */
    public static LayerNorm of(Engine engine, int size) {
        return of(engine, size, USUAL_EPS);
    }

    /**
     * A normaliser of samples.
     *
     * @param eps added to the variance
     * @throws ModelException if the size is below 1, or eps is not a finite number above 0
     */
    public static LayerNorm of(Engine engine, int size, double eps) {
        return new LayerNorm(new Scaling("layer norm", engine, size, eps));
    }

    @Override
    public Value forward(Value x) {
        scaling.check(x.shape());
        Value centred = x.sub(x.reduce(Reduce.Kind.MEAN, true, -1));
        return scaling.apply(centred, centred.square().reduce(Reduce.Kind.MEAN, true, -1));
    }

    @Override
    public List<Variable> variables() {
        return scaling.variables();
    }

    @Override
    public Engine engine() {
        return scaling.engine();
    }

    @Override
    public Blueprint blueprint() {
        return new Blueprint.LayerNorm(scaling.size(), scaling.eps());
    }
}
