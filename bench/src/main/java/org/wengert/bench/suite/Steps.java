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
 * Whole training steps - forward, backward, update - of the networks that the project is measured by. A contender is an
 * engine, or the same step written by hand: in naive loops, or over the tape's own kernels.
 *
 * <p>What a contender cannot do (the scalar engine in float32, say) is reported as skipped and has no row.
 *
 * <pre>{@code
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.Steps -prof gc
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.Steps -p network=784-128-10 -p contender=tape \
 *     -p precision=float64,float32 -p kernels=plain,vector -p threads=1,2
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Steps {
    /**
     * So small that millions of steps leave the network where it was checked: a network that has converged, or whose
     * numbers have become denormal, would take another time. Every update is computed all the same.
     */
    static final double RATE = 1e-12;

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

    /** An engine's name, {@code hand-loops} or {@code hand-kernels}. */
    @Param({"tape", "scalar", HandWritten.LOOPS, HandWritten.KERNELS})
    public String contender = "";

    /** What numbers are kept and computed in. */
    @Param({Variant.FLOAT64, Variant.FLOAT32})
    public String precision = "";

    /** {@code auto}, {@code plain} or {@code vector}. */
    @Param(Variant.AUTO)
    public String kernels = "";

    /** {@code auto} or a number. */
    @Param(Variant.AUTO)
    public String threads = "";

    private @Nullable Contender running;

    /** Refuses to time a contender whose loss, gradients or updates are wrong. */
    @Setup(Level.Trial)
    public void check() {
        Workload workload = Workload.named(network);
        Variant variant = new Variant(precision, kernels, threads);
        Problem problem = Problem.of(workload);
        Agreement.require(
                workload, problem, precision, rate -> Contenders.open(contender, variant, workload, problem, rate));
        running = Contenders.open(contender, variant, workload, problem, RATE);
        System.out.println("# Runs: " + running.description());
        Cores.report();
    }

    /** Refuses the time of a run that has left the finite numbers, and frees its memory. */
    @TearDown(Level.Trial)
    public void close() {
        if (running != null) {
            requireFinite(running);
            running.close();
        }
        Cores.report();
    }

    /** Fails if the network has blown up under the clock: infinities and NaN take another time. */
    static void requireFinite(Contender contender) {
        double loss = contender.loss();
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException("benchmark: this time does not count: the loss is " + loss
                    + " after the last step on " + contender.description());
        }
    }

    /** Forward, loss, backward and update. */
    @Benchmark
    public double step() {
        return Objects.requireNonNull(running).step();
    }
}
