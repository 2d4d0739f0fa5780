package org.wengert.bench.suite;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
 * Predictions of 784-128-10: forward without recording, from inputs the engine already holds to an array of outputs.
 *
 * <pre>{@code
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.Inference -prof gc
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.Inference -p batch=1 -p contender=tape -p kernels=plain
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
public class Inference {
    /** Samples a prediction. */
    @Param({"1", "1000"})
    public int batch;

    /** An engine's name or {@code hand-loops}. */
    @Param({"tape", "scalar", HandWritten.LOOPS})
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
    private @Nullable Supplier<double[]> forward;

    /** Refuses to time a contender whose outputs are wrong. */
    @Setup(Level.Trial)
    public void check() {
        Workload workload = Workload.named(Workload.MEDIUM).withBatch(batch);
        Problem problem = Problem.of(workload);
        Variant variant = new Variant(precision, kernels, threads);
        HandStep<double[]> hand = new HandStep<>(new LoopKernels(), workload, problem, 0);
        if (contender.equals(HandWritten.LOOPS)) {
            variant.requireStandard(contender);
            running = hand;
            forward = hand::outputs;
        } else {
            EngineStep step = new EngineStep(Contenders.openEngine(contender, variant, workload), workload, problem, 0);
            running = step;
            forward = step::outputs;
        }
        System.out.println("# Runs: " + running.description());
        double tolerance = Agreement.tolerance(precision);
        Agreement.compare("an output", running.description(), tolerance, hand.outputs(), forward.get());
    }

    /** Gives the engine's memory back. */
    @TearDown(Level.Trial)
    public void close() {
        if (running != null) {
            running.close();
        }
    }

    /** All outputs of the batch, as a copy. */
    @Benchmark
    public double[] forward() {
        return Objects.requireNonNull(forward).get();
    }
}
