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
import org.wengert.Value;
import org.wengert.op.MatMul;

/**
 * Matrix products by shape, through an engine's {@code matmul} in an inference scope. Unlike other suites it counts
 * operations by time: the unit being a nanosecond, the row {@code gflops} is in GFLOP/s.
 *
 * <pre>{@code
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.KernelProducts
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.KernelProducts -p sizes=128x784x512 -p threads=1,2 \
 *     -p precision=float32 -p kernels=plain,vector
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class KernelProducts {
    /** {@code 128x784x512}: rows of the result, numbers summed over, columns. */
    @Param({"128x784x512", "128x512x512", "64x784x128", "128x512x10", "100x16x16", "1x784x128", "17x17x17"})
    public String sizes = "";

    /** How the left and the right operand are stored: {@code n} as they are, {@code t} transposed. */
    @Param({"nn", "nt", "tn"})
    public String transposed = "";

    /** The engine. */
    @Param("tape")
    public String engine = "";

    /** What numbers are kept and computed in. */
    @Param({Variant.FLOAT64, Variant.FLOAT32})
    public String precision = "";

    /** {@code auto}, {@code plain} or {@code vector}. */
    @Param(Variant.AUTO)
    public String kernels = "";

    /** {@code auto} or a number. */
    @Param(Variant.AUTO)
    public String threads = "";

    private @Nullable Engine opened;
    private @Nullable MatMul product;
    private @Nullable Value a;
    private @Nullable Value b;
    private double flops;

    /** Counts multiplications and additions. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counter {
        /** In the unit of the benchmark: GFLOP/s. */
        public double gflops;

        /** Begins to count. */
        @Setup(Level.Iteration)
        public void clear() {
            gflops = 0;
        }
    }

    /** Refuses to time an engine whose product is wrong. */
    @Setup(Level.Trial)
    public void check() {
        Products products = Products.of(sizes, transposed);
        Engine engineOf = new Variant(precision, kernels, threads).open(engine);
        opened = engineOf;
        product = new MatMul(products.transposeA(), products.transposeB());
        a = engineOf.constant(products.shapeA(), products.a());
        b = engineOf.constant(products.shapeB(), products.b());
        flops = products.flops();
        System.out.println("# Runs: " + engineOf.name() + ": " + engineOf.description());
        Cores.report();
        try (org.wengert.Scope scope = engineOf.inference()) {
            double[] actual = engineOf.apply(product, a, b).data();
            Agreement.compare(
                    "a number of the product", engine, Agreement.tolerance(precision), products.product(), actual);
        }
    }

    /** Gives the engine's memory back. */
    @TearDown(Level.Trial)
    public void close() {
        if (opened != null) {
            opened.close();
        }
        Cores.report();
    }

    /** One product. */
    @Benchmark
    public Value product(Counter counter) {
        counter.gflops += flops;
        Engine running = Objects.requireNonNull(opened);
        try (org.wengert.Scope scope = running.inference()) {
            return running.apply(Objects.requireNonNull(product), Objects.requireNonNull(a), Objects.requireNonNull(b));
        }
    }
}
