package org.wengert.nn;

import java.util.Arrays;
import java.util.List;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * Brings each number to mean 0 and variance 1 over the batch, then scales and shifts it:
 * {@code (x - mean) / sqrt(var + eps) * weight + bias} (Ioffe and Szegedy 2015). A training pass takes mean and variance
 * (divided by n) from the batch and notes down {@code running = (1 - momentum) running + momentum newest}, where the
 * newest variance is divided by n - 1; an evaluation takes the running ones, and takes single samples too. As in
 * PyTorch.
 *
 * <p>The variables {@code weight} and {@code bias} begin as 1 and 0, the buffers {@code running_mean} and
 * {@code running_var} as 0 and 1; all are {@code [size]}.
 */
public final class BatchNorm1d implements Model {
    /** What PyTorch adds to the variance too. */
    public static final double USUAL_EPS = 1e-5;

    /** The weight of the newest batch, as in PyTorch. */
    public static final double USUAL_MOMENTUM = 0.1;

    private final Scaling scaling;
    private final double momentum;
    private final Variable mean;
    private final Variable variance;

    private BatchNorm1d(Scaling scaling, double momentum) {
        this.scaling = scaling;
        this.momentum = momentum;
        Shape shape = Shape.of(scaling.size());
        double[] ones = new double[scaling.size()];
        Arrays.fill(ones, 1);
        this.mean = engine().variable(shape, new double[scaling.size()]).label("running_mean");
        this.variance = engine().variable(shape, ones).label("running_var");
    }

    /** A normaliser over batches of samples of this many numbers, eps 1e-5, momentum 0.1. */
    public static BatchNorm1d of(Engine engine, int size) {
        return of(engine, size, USUAL_EPS, USUAL_MOMENTUM);
    }

    /**
     * A normaliser over batches.
     *
     * @param eps      added to the variance
     * @param momentum the weight of the newest batch in the running statistics, from 0 to 1
     * @throws ModelException if the size is below 1, eps is not a finite number above 0, or the momentum is out of range
     */
    public static BatchNorm1d of(Engine engine, int size, double eps, double momentum) {
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new ModelException("batch norm: the momentum must be from 0 to 1: got " + momentum);
        }
        return new BatchNorm1d(new Scaling("batch norm", engine, size, eps), momentum);
    }

    @Override
    public Value forward(Value x) {
        scaling.check(x.shape());
        return scaling.apply(x.sub(mean), variance);
    }

    @Override
    public Value forward(Value x, Pass pass) {
        if (!pass.isTraining()) {
            return forward(x);
        }
        scaling.check(x.shape());
        int samples = x.shape().rank() == 2 ? x.shape().dim(0) : 1;
        if (samples < 2) {
            throw new ModelException(scaling.name()
                    + ": a training pass of batch norm needs at least 2 samples for a variance: got shape " + x.shape()
                    + "; choose a batch size that does not leave a single one over");
        }
        Value batchMean = x.mean(0);
        Value centred = x.sub(batchMean);
        Value batchVariance = centred.square().mean(0);
        double[] newestMean = batchMean.data();
        double[] newestVariance = batchVariance.data();
        double unbiased = samples / (samples - 1.0);
        pass.onCommit(() -> {
            blend(mean, newestMean, 1);
            blend(variance, newestVariance, unbiased);
        });
        return scaling.apply(centred, batchVariance);
    }

    private void blend(Variable running, double[] newest, double factor) {
        double[] numbers = running.data();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (1 - momentum) * numbers[i] + momentum * (factor * newest[i]);
        }
        running.set(numbers);
    }

    @Override
    public List<Variable> variables() {
        return scaling.variables();
    }

    @Override
    public List<Variable> buffers() {
        return List.of(mean, variance);
    }

    @Override
    public Engine engine() {
        return scaling.engine();
    }

    @Override
    public Blueprint blueprint() {
        return new Blueprint.BatchNorm1d(scaling.size(), scaling.eps(), momentum);
    }
}
