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

/**
 * The smallest training step that is real: 3-4-4-1 with tanh on four samples, each engine as configured, in a JVM of
 * its own.
 *
 * <pre>{@code
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.Smoke
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Smoke {
    /** The engine that is timed. */
    @Param({"scalar", "tape"})
    public String engine = "";

    private @Nullable Contender running;

    /** Refuses to time an engine whose loss, gradients or updates are wrong. */
    @Setup(Level.Trial)
    public void check() {
        Workload workload = Workload.named(Workload.TINY);
        Problem problem = Problem.of(workload);
        Agreement.Opener opener = rate -> Contenders.open(engine, Variant.STANDARD, workload, problem, rate);
        Agreement.require(workload, problem, Variant.FLOAT64, opener);
        running = opener.open(Steps.RATE);
        System.out.println("# Runs: " + running.description());
    }

    /** Gives the engine's memory back. */
    @TearDown(Level.Trial)
    public void close() {
        if (running != null) {
            Steps.requireFinite(running);
            running.close();
        }
    }

    /** Forward, loss, backward and update. */
    @Benchmark
    public double trainingStep() {
        return Objects.requireNonNull(running).step();
    }
}
