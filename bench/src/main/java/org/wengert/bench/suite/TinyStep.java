package org.wengert.bench.suite;

import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.Sgd;

/** A training step of the network 3-4-4-1, tanh in the hidden layers, on four samples with the sum of squared errors. */
final class TinyStep implements AutoCloseable {
    private static final double[][] INPUTS = {{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}};
    private static final double[][] TARGETS = {{1}, {-1}, {-1}, {1}};
    private static final double LEARNING_RATE = 0.05;
    private static final long SEED = 42;

    private final Engine engine;
    private final Mlp model;
    private final Optimizer sgd;

    /** Closes the engine in the end. */
    TinyStep(Engine engine) {
        this.engine = engine;
        model = Mlp.of(engine, 3, Activation.TANH, 4, 4, 1).initialize(SEED);
        sgd = new Sgd(model.variables(), LEARNING_RATE);
    }

    /** One step; returns the loss before it. */
    double run() {
        try (Scope scope = engine.scope()) {
            Value loss = loss();
            sgd.minimize(loss);
            return loss.item();
        }
    }

    /** The loss, then the gradient of every parameter, without a step. */
    double[] lossAndGradients() {
        try (Scope scope = engine.scope()) {
            Value loss = loss();
            loss.backward();
            double[] gradients = model.gradients();
            double[] all = new double[1 + gradients.length];
            all[0] = loss.item();
            System.arraycopy(gradients, 0, all, 1, gradients.length);
            sgd.zeroGrad();
            return all;
        }
    }

    private Value loss() {
        return Loss.SUM_SQUARED_ERROR.of(model.forward(engine.constant(INPUTS)), engine.constant(TARGETS));
    }

    @Override
    public void close() {
        engine.close();
    }
}
