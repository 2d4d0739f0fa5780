package org.wengert.nn.load;

import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Moons;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Optimizer;

/** Trains for as many steps as it is told, and says ten times how much heap is in use: run in a process with little. */
final class LongTraining {
    private static final int BATCH = 4;

    private LongTraining() {}

    /** The name of an engine, and a number of steps. */
    public static void main(String... args) {
        long steps = Long.parseLong(args[1]);
        DataSet moons = Moons.of(BATCH * 10, 0.1, 1);
        try (Engine engine = Engines.open(args[0])) {
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 4, 1).initialize(1);
            Optimizer adam = new Adam(model.variables(), 1e-3);
            for (int tenth = 1; tenth <= 10; tenth++) {
                while (adam.steps() < steps * tenth / 10) {
                    epoch(moons, model, adam);
                }
                System.out.println("used " + used());
            }
            System.out.println("steps " + adam.steps());
        }
    }

    private static void epoch(DataSet data, Mlp model, Optimizer optimizer) {
        Engine engine = model.engine();
        for (Batch batch : data.batches(BATCH)) {
            try (Scope step = engine.scope()) {
                Value loss = Loss.HINGE.of(model.forward(batch.inputs(engine)), batch.targets(engine));
                optimizer.minimize(loss);
            }
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
