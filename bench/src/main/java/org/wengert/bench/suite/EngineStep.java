package org.wengert.bench.suite;

import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.Sgd;

/** The step of a workload as a user writes it: a network of {@code nn} on an engine, a scope a step. */
final class EngineStep implements Contender {
    private final Engine engine;
    private final Mlp model;
    private final Optimizer optimizer;
    private final Loss loss;

    /** Made once, outside of every scope: a step is not charged for bringing its data into the engine. */
    private final Value inputs;

    private final Value targets;

    /** Closes the engine in the end. */
    EngineStep(Engine engine, Workload workload, Problem problem, double rate) {
        this.engine = engine;
        model = Mlp.of(engine, workload.inputs(0), workload.activation(), workload.sizes())
                .setParameters(problem.parameters());
        optimizer = workload.rule() == Workload.Rule.ADAM
                ? new Adam(model.variables(), rate)
                : new Sgd(model.variables(), rate);
        inputs = engine.constant(Shape.of(workload.batch(), workload.inputs(0)), problem.inputs());
        boolean classes = workload.objective() == Workload.Objective.CROSS_ENTROPY;
        loss = classes ? Loss.CROSS_ENTROPY : Loss.SUM_SQUARED_ERROR;
        Shape shape = classes ? Shape.of(workload.batch()) : Shape.of(workload.batch(), workload.outputs());
        targets = engine.constant(shape, problem.targets());
    }

    @Override
    public String description() {
        return engine.name() + ": " + engine.description();
    }

    @Override
    public double step() {
        try (Scope step = engine.scope()) {
            Value total = record();
            optimizer.minimize(total);
            return total.item();
        }
    }

    @Override
    public double loss() {
        try (Scope scope = engine.inference()) {
            return record().item();
        }
    }

    @Override
    public double[] gradients() {
        try (Scope scope = engine.scope()) {
            record().backward();
            double[] gradients = model.gradients();
            optimizer.zeroGrad();
            return gradients;
        }
    }

    /** The loss, recorded in the scope that is open. */
    Value record() {
        return loss.of(model.forward(inputs), targets);
    }

    /** What the network gives for the inputs, {@code [batch, outputs]}; nothing is recorded. */
    double[] outputs() {
        try (Scope scope = engine.inference()) {
            return model.forward(inputs).data();
        }
    }

    @Override
    public double[] parameters() {
        return model.parameters();
    }

    @Override
    public void close() {
        engine.close();
    }
}
