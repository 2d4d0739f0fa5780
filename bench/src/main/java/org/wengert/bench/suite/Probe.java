package org.wengert.bench.suite;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;

/** A training step of the suites on any engine, and its recording alone: what is counted, not timed, takes it from here. */
public final class Probe implements AutoCloseable {
    /** The network of {@link ScalarGraph}, written number by number. */
    public static final String NUMBERS = Workload.SMALL + "-by-numbers";

    private final Engine engine;
    private final Workload workload;
    private final Runnable step;
    private final Supplier<Value> recording;

    private Probe(Engine engine, Workload workload, Runnable step, Supplier<Value> recording) {
        this.engine = engine;
        this.workload = workload;
        this.step = step;
        this.recording = recording;
    }

    /** Every workload of the table, and {@link #NUMBERS}. */
    public static List<String> names() {
        return Stream.concat(Workload.TABLE.stream().map(Workload::name), Stream.of(NUMBERS))
                .toList();
    }

    /** Whether the suites run a workload on an engine. */
    public static boolean suits(String name, String engine) {
        return name.equals(NUMBERS) || Contenders.suits(engine, Workload.named(name));
    }

    /** The step of a workload on an engine, which {@link #close} closes. */
    public static Probe open(String name, Engine engine) {
        Workload workload = workload(name);
        Problem problem = Problem.of(workload);
        if (name.equals(NUMBERS)) {
            ScalarNetwork network = new ScalarNetwork(engine, workload, problem);
            return new Probe(engine, workload, () -> gradient(network), network::record);
        }
        EngineStep step = new EngineStep(engine, workload, problem, Steps.RATE);
        return new Probe(engine, workload, step::step, step::record);
    }

    private static Workload workload(String name) {
        return Workload.named(name.equals(NUMBERS) ? Workload.SMALL : name);
    }

    private static void gradient(ScalarNetwork network) {
        try (Scope scope = network.scope()) {
            network.record().backward();
            network.zeroGrad();
        }
    }

    /** Samples of a step. */
    public int batch() {
        return workload.batch();
    }

    /** Where it runs. */
    public Engine engine() {
        return engine;
    }

    /** Forward, loss, backward and, but for {@link #NUMBERS}, update. */
    public void step() {
        step.run();
    }

    /** The loss, recorded in the scope that is open. */
    public Value record() {
        return recording.get();
    }

    @Override
    public void close() {
        engine.close();
    }
}
