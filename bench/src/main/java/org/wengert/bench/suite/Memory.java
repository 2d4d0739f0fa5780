package org.wengert.bench.suite;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
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

/**
 * What training keeps: bytes that a step allocates ({@code -prof gc}) and holds for each node it records, the heap after
 * a million steps, and what is left of networks that were forgotten. The last two give no time if memory is lost.
 *
 * <pre>{@code
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.Memory -prof gc
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.Memory.millionSteps -p engine=tape
 * }</pre>
 */
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Memory {
    private static final int STEPS = 1_000_000;
    private static final int NETWORKS = 1_000;

    /** The engine under test. */
    @State(Scope.Thread)
    public static class On {
        /** Its name. */
        @Param({"tape", "scalar"})
        public String engine = "";

        /** What numbers are kept and computed in. */
        @Param({Variant.FLOAT64, Variant.FLOAT32})
        public String precision = "";

        private Variant variant() {
            return new Variant(precision, Variant.AUTO, Variant.AUTO);
        }

        Engine engine() {
            return variant().open(engine);
        }

        /** The workload's step; refuses one that is wrong. */
        Contender open(Workload workload) {
            Problem problem = Problem.of(workload);
            Agreement.Opener opener = rate -> Contenders.open(engine, variant(), workload, problem, rate);
            Agreement.require(workload, problem, precision, opener);
            Contender running = opener.open(Steps.RATE);
            System.out.println("# Runs: " + running.description());
            return running;
        }
    }

    /** The step whose allocation is measured. */
    @State(Scope.Thread)
    public static class Step {
        /** Which network, loss, batch and optimiser. */
        @Param({
            Workload.TINY,
            Workload.SMALL,
            Workload.DIGITS,
            Workload.MEDIUM,
            Workload.LARGE,
            Workload.LARGE_ADAM,
        })
        public String network = "";

        private @Nullable Contender running;
        private double bytesANode;

        /** Checks, and weighs a recorded step. */
        @Setup(Level.Trial)
        public void check(On on) throws Exception {
            running = on.open(Workload.named(network));
            bytesANode = RecordedStep.bytesANode(on::engine, Workload.named(network));
        }

        /** Gives the engine's memory back. */
        @TearDown(Level.Trial)
        public void close() {
            if (running != null) {
                running.close();
            }
        }
    }

    /** What a recorded step holds. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Held {
        /** See {@link RecordedStep}; the same in each iteration (JMH's table adds iterations up). */
        public double bytesANode;
    }

    /** What a long run leaves behind. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Left {
        /** Bytes of heap in use after the run more than before, each after full collections; negative if less. */
        public double grown;
    }

    /** Forward, loss, backward and update; read {@code gc.alloc.rate.norm}. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @Warmup(iterations = 3, time = 1)
    @Measurement(iterations = 3, time = 1)
    public double step(On on, Step step, Held held) {
        held.bytesANode = step.bytesANode;
        return Objects.requireNonNull(step.running).step();
    }

    /** A million steps of 3-4-4-1 on one engine. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public void millionSteps(On on, Left left) {
        try (Contender running = on.open(Workload.named(Workload.TINY))) {
            left.grown = LongRun.steps(running, STEPS);
        }
    }

    /** A thousand networks 64-32-10, made on one engine one after another, trained a step and forgotten. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public void thousandNetworks(On on, Left left) {
        Workload workload = Workload.named(Workload.DIGITS);
        on.open(workload).close();
        left.grown = LongRun.networks(on::engine, workload, NETWORKS);
    }
}
