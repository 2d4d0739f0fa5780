package org.wengert.nn.examples;

import java.util.List;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Moons;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.OptimizerState;
import org.wengert.nn.train.Trainer;

/** One program on two engines, and a run begun on one and ended on the other. */
final class E12EngineSwap {
    private E12EngineSwap() {}

    public static void main(String... args) {
        DataSet moons = Moons.of(100, 0.1, 1);
        for (String name : List.of("scalar", "tape")) {
            try (Engine engine = Engines.open(name)) {
                Mlp model = Mlp.of(engine, 2, Activation.TANH, 8, 1).initialize(1);
                System.out.printf("%s: loss %.6f%n", name, fit(model, new Adam(model.variables(), 0.01), moons));
            }
        }
        double[] parameters;
        OptimizerState state;
        try (Engine engine = Engines.open("scalar")) {
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 8, 1).initialize(1);
            Optimizer adam = new Adam(model.variables(), 0.01);
            fit(model, adam, moons);
            parameters = model.parameters();
            state = adam.snapshot();
        }
        try (Engine engine = Engines.open("tape")) {
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 8, 1).setParameters(parameters);
            Optimizer adam = new Adam(model.variables(), 0.01);
            adam.restore(state);
            System.out.printf("begun on one, ended on the other: loss %.6f%n", fit(model, adam, moons));
        }
    }

    private static double fit(Mlp model, Optimizer optimizer, DataSet data) {
        return new Trainer(model, Loss.HINGE, optimizer).epochs(50).fit(data).lastEpochLoss();
    }
}
