package org.wengert.bench.suite;

import java.util.function.Supplier;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Metrics;
import org.wengert.nn.Mlp;
import org.wengert.nn.data.Batch;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.train.Evaluation;

/** A network of {@code nn} on an engine. A step pays for bringing its batch into the engine too. */
final class EngineRacer implements Racer {
    private final Engine engine;
    private final RaceTask task;
    private final Mlp model;
    private final Adam adam;
    private final Supplier<Batch> batches;
    private int done;

    /** Closes the engine in the end. */
    EngineRacer(Engine engine, RaceTask task) {
        this.engine = engine;
        this.task = task;
        Workload workload = task.workload();
        model = Mlp.of(engine, workload.inputs(0), Activation.RELU, workload.sizes())
                .setParameters(task.start());
        adam = new Adam(model.variables(), task.rate());
        batches = task.batches();
    }

    @Override
    public String description() {
        return engine.name() + ": " + engine.description();
    }

    @Override
    public void train(int steps) {
        for (; done < steps; done++) {
            Batch batch = batches.get();
            try (Scope step = engine.scope()) {
                adam.minimize(Loss.CROSS_ENTROPY.of(model.forward(batch.inputs(engine)), batch.targets(engine)));
            }
        }
    }

    @Override
    public double accuracy() {
        return Metrics.accuracy(
                Evaluation.outputs(model, task.data().test()), task.data().test());
    }

    @Override
    public void close() {
        engine.close();
    }
}
