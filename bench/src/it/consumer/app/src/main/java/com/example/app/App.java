package com.example.app;

import java.util.Random;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.Moons;
import org.wengert.nn.data.Split;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.train.Evaluation;

/** What a user does: differentiates an expression, and trains a small network. */
final class App {
    private App() {}

    /** The gradients of {@code sum(tanh(a @ b) * b)} by a and b, one after the other. */
    static double[] gradients(Engine engine) {
        Variable a = engine.variable(new double[][] {{1, -2}, {0.5, 3}});
        Variable b = engine.variable(new double[][] {{0.25, -1}, {2, 0.125}});
        a.matmul(b).tanh().mul(b).sum().backward();
        double[] gradients = new double[8];
        System.arraycopy(a.grad().data(), 0, gradients, 0, 4);
        System.arraycopy(b.grad().data(), 0, gradients, 4, 4);
        return gradients;
    }

    /** The mean losses on what was held back before and after some epochs of training. */
    static double[] losses(Engine engine) {
        Split moons = Moons.of(200, 0.1, 1).split(0.8, new Random(1));
        Mlp model = Mlp.of(engine, 2, Activation.TANH, 8, 1).initialize(1);
        Optimizer adam = new Adam(model.variables(), 0.02);
        double before = Evaluation.of(model, Loss.HINGE, moons.test()).loss();
        for (int epoch = 0; epoch < 10; epoch++) {
            for (Batch batch : moons.train().batches(16, new Random(epoch))) {
                try (Scope step = engine.scope()) {
                    Value output = model.forward(batch.inputs(engine));
                    adam.minimize(Loss.HINGE.of(output, batch.targets(engine)));
                }
            }
        }
        return new double[] {before, Evaluation.of(model, Loss.HINGE, moons.test()).loss()};
    }
}
