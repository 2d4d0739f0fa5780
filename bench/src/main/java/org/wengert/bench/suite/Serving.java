package org.wengert.bench.suite;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.wengert.Engine;
import org.wengert.Shape;
import org.wengert.nn.Activation;
import org.wengert.nn.Mlp;
import org.wengert.nn.Randoms;
import org.wengert.nn.io.ModelFile;
import org.wengert.nn.io.Precision;
import org.wengert.nn.predict.Prediction;
import org.wengert.nn.predict.Predictor;

/**
 * One sample at a time through a predictor, from an array of inputs to an answer: how long a caller waits, at the median and
 * at the 99th percentile, and how many answers eight threads get from one predictor.
 *
 * <pre>{@code
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.Serving
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.Serving.latency -p network=784-128-10 -p precision=float32
 * }</pre>
 */
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Serving {
    private static final int SAMPLES = 64;

    /** Sizes of all layers. */
    @Param({"4-16-3", "784-128-10"})
    public String network = "";

    /** The engine. */
    @Param("tape")
    public String engine = "";

    /** What numbers are kept and computed in. */
    @Param({Variant.FLOAT64, Variant.FLOAT32})
    public String precision = "";

    /** How many engines the predictor holds at most; more than there are processors make it slower. */
    @Param("2")
    public int engines;

    private double[][] samples = new double[0][];
    private @Nullable Predictor predictor;

    /** Which sample is next, for each thread. */
    @State(Scope.Thread)
    public static class Turn {
        private int next;

        private int take() {
            next = (next + 1) % SAMPLES;
            return next;
        }
    }

    /** Refuses to time answers that are not those of the model. */
    @Setup(Level.Trial)
    public void open() {
        int[] sizes =
                Arrays.stream(network.split("-")).mapToInt(Integer::parseInt).toArray();
        samples = samples(sizes[0]);
        try (Engine opened = opener().get()) {
            Mlp model = Mlp.of(opened, sizes[0], Activation.TANH, Arrays.copyOfRange(sizes, 1, sizes.length))
                    .initialize(1);
            ModelFile file = ModelFile.of(model, Optional.empty(), Precision.of(opened));
            predictor = Predictor.of(file, opener(), engines);
            for (double[] sample : samples) {
                double[] direct = model.forward(opened.constant(Shape.of(sample.length), sample))
                        .data();
                Agreement.compare(
                        "an output",
                        "the predictor",
                        0,
                        direct,
                        predictor.predict(sample).outputs());
            }
        }
    }

    private Supplier<Engine> opener() {
        Variant variant = new Variant(precision, Variant.AUTO, engine.equals("tape") ? "1" : Variant.AUTO);
        return () -> variant.open(engine);
    }

    private static double[][] samples(int width) {
        RandomGenerator random = Randoms.seeded(1);
        double[][] samples = new double[SAMPLES][width];
        for (double[] sample : samples) {
            Arrays.setAll(sample, j -> random.nextGaussian());
        }
        return samples;
    }

    /** Gives the engines' memory back. */
    @TearDown(Level.Trial)
    public void close() {
        if (predictor != null) {
            predictor.close();
        }
    }

    /** How long one caller waits; read p0.50 and p0.99. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Prediction latency(Turn turn) {
        return Objects.requireNonNull(predictor).predict(samples[turn.take()]);
    }

    /** Answers that eight callers get together. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Threads(8)
    public Prediction shared(Turn turn) {
        return Objects.requireNonNull(predictor).predict(samples[turn.take()]);
    }
}
