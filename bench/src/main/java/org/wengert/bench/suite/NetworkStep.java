package org.wengert.bench.suite;

import org.wengert.Engine;

/** The training step of a network of any size. */
final class NetworkStep implements SizedStep {
    private final Engine engine;
    private final EngineStep step;

    /** Closes the engine in the end. */
    NetworkStep(Engine engine, Workload workload, Problem problem) {
        this.engine = engine;
        step = new EngineStep(engine, workload, problem, Steps.RATE);
    }

    @Override
    public String description() {
        return step.description();
    }

    @Override
    public double step() {
        return step.step();
    }

    @Override
    public void hold() {
        engine.scope();
        step.record().backward();
    }

    @Override
    public void close() {
        step.close();
    }
}
