package org.wengert.bench.suite;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.wengert.Engine;
import org.wengert.Value;

/**
 * Reverse mode where it is hardest, on single numbers: 2-16-16-1 with relu on 100 samples, about 64,000 operations. The
 * literature counts the cost of a gradient in evaluations of the function in plain doubles: divide by
 * {@link #evaluate}.
 *
 * <pre>{@code
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.ScalarGraph -prof gc
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.ScalarGraph -p engine=tape
 * }</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class ScalarGraph {
    /** The function in plain doubles. */
    @State(Scope.Thread)
    public static class Plain {
        private @Nullable PlainNetwork network;

        /** Makes its arrays. */
        @Setup(Level.Trial)
        public void open() {
            Workload workload = Workload.named(Workload.SMALL);
            Problem problem = Problem.of(workload);
            network = new PlainNetwork(workload, problem);
            ScalarAgreement.requireLoss("plain doubles", workload, problem, network.loss());
        }
    }

    /** The function on an engine. */
    @State(Scope.Thread)
    public static class Graph {
        /** The engine that is timed, in float64. */
        @Param({"tape", "scalar"})
        public String engine = "";

        private @Nullable ScalarNetwork network;

        /** Refuses to time an engine whose loss or gradients are wrong. */
        @Setup(Level.Trial)
        public void check() {
            Workload workload = Workload.named(Workload.SMALL);
            Problem problem = Problem.of(workload);
            Engine opened = Variant.STANDARD.open(engine);
            System.out.println("# Runs: " + opened.name() + ": " + opened.description());
            network = new ScalarNetwork(opened, workload, problem);
            ScalarAgreement.require(engine, workload, problem, network);
        }

        /** Gives the engine's memory back. */
        @TearDown(Level.Trial)
        public void close() {
            network().close();
        }

        ScalarNetwork network() {
            return Objects.requireNonNull(network);
        }
    }

    /** A recording that stays. */
    @State(Scope.Thread)
    public static class Recording {
        private @Nullable Value loss;

        /** Records once. */
        @Setup(Level.Trial)
        public void record(Graph graph) {
            graph.network().scope();
            loss = graph.network().record();
        }

        /** Keeps gradients from adding up beyond an iteration. */
        @Setup(Level.Iteration)
        public void zero(Graph graph) {
            graph.network().zeroGrad();
        }
    }

    /** The function once in plain doubles: the unit. */
    @Benchmark
    public double evaluate(Plain plain) {
        return Objects.requireNonNull(plain.network).loss();
    }

    /** A gradient: the function recorded in a new scope, then the reverse sweep. */
    @Benchmark
    public double recordAndReverse(Graph graph) {
        ScalarNetwork network = graph.network();
        try (org.wengert.Scope scope = network.scope()) {
            Value loss = network.record();
            loss.backward();
            network.zeroGrad();
            return loss.item();
        }
    }

    /** The recording alone. */
    @Benchmark
    public double recordAlone(Graph graph) {
        ScalarNetwork network = graph.network();
        try (org.wengert.Scope scope = network.scope()) {
            return network.record().item();
        }
    }

    /** The reverse sweep alone, again over the same recording. */
    @Benchmark
    public Value reverseAlone(Graph graph, Recording recording) {
        Value loss = Objects.requireNonNull(recording.loss);
        loss.backward();
        return loss;
    }
}
