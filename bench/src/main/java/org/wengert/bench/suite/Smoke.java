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
import org.wengert.Engines;

/** The smallest training step that is real: 3-4-4-1 with tanh on four samples, each engine in a JVM of its own. */
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

    private @Nullable TinyStep step;

    /** Refuses to time an engine whose loss or gradients are not those of the others. */
    @Setup(Level.Trial)
    public void check() {
        Agreement.require("scalar", "tape");
        step = new TinyStep(Engines.open(engine));
    }

    /** Gives the engine's memory back. */
    @TearDown(Level.Trial)
    public void close() {
        Objects.requireNonNull(step).close();
    }

    /** Forward, loss, backward and update. */
    @Benchmark
    public double trainingStep() {
        return Objects.requireNonNull(step).run();
    }
}
