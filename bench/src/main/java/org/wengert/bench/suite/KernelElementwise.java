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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * Elementwise operations, in nanoseconds per number: as many numbers are done in an invocation whatever the size, so that
 * a small size shows what a call costs. The gradient is that of the sum, and is added to what the operands have.
 *
 * <pre>{@code
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.KernelElementwise
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.KernelElementwise -p operation=tanh,gelu -p n=65536 \
 *     -p precision=float32 -p kernels=plain,vector
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class KernelElementwise {
    private static final int NUMBERS = 65536;

    /** Which operation; {@code bias} is a row added to each row. */
    @Param({"relu", "tanh", "exp", "sigmoid", "log", "gelu", "add", "mul", "bias"})
    public String operation = "";

    /** How many numbers an operand has: 64 times a power of two, up to 65536. */
    @Param({"64", "65536"})
    public int n;

    /** The engine. */
    @Param("tape")
    public String engine = "";

    /** What numbers are kept and computed in. */
    @Param({Variant.FLOAT64, Variant.FLOAT32})
    public String precision = "";

    /** {@code auto}, {@code plain} or {@code vector}. */
    @Param({Variant.PLAIN, Variant.VECTOR})
    public String kernels = "";

    private @Nullable Engine opened;
    private @Nullable Elementwise function;
    private Variable[] operands = {};
    private org.wengert.@Nullable Scope scope;
    private @Nullable Value sum;

    /** Refuses to time kernels that differ from the plain ones by more than both can be off. */
    @Setup(Level.Trial)
    public void check() {
        Variant variant = new Variant(precision, kernels, "1");
        Elementwise checked = Elementwise.named(operation);
        checked.require(engine, variant, n);
        Engine running = variant.open(engine);
        System.out.println("# Runs: " + running.name() + ": " + running.description());
        opened = running;
        function = checked;
        operands = checked.operands(running, n);
        scope = running.scope();
        sum = checked.apply(running, operands).sum();
    }

    /** Gives the engine's memory back. */
    @TearDown(Level.Trial)
    public void close() {
        Objects.requireNonNull(scope).close();
        Objects.requireNonNull(opened).close();
    }

    /** The operation, recorded by nobody. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public void forward(Blackhole blackhole) {
        Engine running = Objects.requireNonNull(opened);
        Elementwise called = Objects.requireNonNull(function);
        for (int i = 0; i < NUMBERS; i += n) {
            try (org.wengert.Scope inner = running.inference()) {
                blackhole.consume(called.apply(running, operands));
            }
        }
    }

    /** The way back alone, again and again over one recording. */
    @Benchmark
    @OperationsPerInvocation(NUMBERS)
    public void gradient() {
        Value root = Objects.requireNonNull(sum);
        for (int i = 0; i < NUMBERS; i += n) {
            root.backward();
        }
    }
}
