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
 * The training steps of {@link Steps} on PyTorch, with the same numbers and checked against the same reference.
 * PyTorch's memory is not Java's: {@code -prof gc} sees only DJL's handles.
 *
 * <pre>{@code
 * mvn -Ppeers package
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.PyTorchSteps
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.PyTorchSteps -p network=784-128-10 -p threads=1,2
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PyTorchSteps {
    /** Which network, loss and batch. */
    @Param({Workload.TINY, Workload.SMALL, Workload.DIGITS, Workload.MEDIUM, Workload.LARGE})
    public String network = "";

    /** What numbers are kept and computed in. */
    @Param({Variant.FLOAT32, Variant.FLOAT64})
    public String precision = "";

    /** How many PyTorch splits one operation among. */
    @Param("2")
    public int threads;

    private @Nullable Contender running;

    /** Refuses to time PyTorch if its loss, gradients or updates are not ours. */
    @Setup(Level.Trial)
    public void check() {
        System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(threads));
        Workload workload = Workload.named(network);
        Problem problem = Problem.of(workload);
        Agreement.Opener opener = rate -> new PyTorchStep(workload, problem, precision, rate);
        Agreement.require(workload, problem, precision, opener);
        running = opener.open(Steps.RATE);
        System.out.println("# Runs: " + running.description());
        Cores.report();
    }

    /** Refuses the time of a run that has left the finite numbers, and frees its memory. */
    @TearDown(Level.Trial)
    public void close() {
        if (running != null) {
            Steps.requireFinite(running);
            running.close();
        }
        Cores.report();
    }

    /** Forward, loss, backward and update. */
    @Benchmark
    public void step() {
        Objects.requireNonNull(running).step();
    }
}
