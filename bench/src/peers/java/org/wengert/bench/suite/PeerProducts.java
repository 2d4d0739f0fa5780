package org.wengert.bench.suite;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * The matrix products of {@link KernelProducts} on one thread of other libraries: netlib's BLAS in Java with the Vector
 * API, and the BLAS that is installed on the machine, called through netlib; with Debian's package libopenblas0 that is
 * OpenBLAS. The row {@code gflops} is in GFLOP/s. A library that is not there is reported as skipped.
 *
 * <pre>{@code
 * mvn -Ppeers package
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.PeerProducts
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
public class PeerProducts {
    private static final String JAVA = "netlib-java";
    private static final String INSTALLED = "installed";

    /** Whose product: {@code netlib-java}, or the machine's {@code installed} library, libblas.so.3. */
    @Param({JAVA, INSTALLED})
    public String peer = "";

    /** {@code 128x784x512}: rows of the result, numbers summed over, columns. */
    @Param({"128x784x512", "128x512x512", "64x784x128", "128x512x10", "100x16x16", "1x784x128", "17x17x17"})
    public String sizes = "";

    /** How the left and the right operand are stored: {@code n} as they are, {@code t} transposed. */
    @Param({"nn", "nt", "tn"})
    public String transposed = "";

    /** What numbers are kept and computed in. */
    @Param({Variant.FLOAT64, Variant.FLOAT32})
    public String precision = "";

    private @Nullable Runnable product;
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

    /** Refuses to time a product that is wrong. */
    @Setup(Level.Trial)
    public void check() {
        Products products = Products.of(sizes, transposed);
        BLAS blas = blas();
        flops = products.flops();
        System.out.println("# Runs: " + blas.getClass().getName() + ", " + precision);
        double[] c = precision.equals(Variant.FLOAT32) ? singles(blas, products) : doubles(blas, products);
        Agreement.compare("a number of the product", peer, Agreement.tolerance(precision), products.product(), c);
    }

    private BLAS blas() {
        return switch (peer) {
            case JAVA -> JavaBLAS.getInstance();
            case INSTALLED -> installed();
            default ->
                throw new IllegalArgumentException(
                        "benchmark: there is no BLAS '" + peer + "': there are " + JAVA + ", " + INSTALLED);
        };
    }

    private static BLAS installed() {
        try {
            return NativeBLAS.getInstance();
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalStateException("benchmark: skipped: no BLAS library is installed as libblas.so.3", e);
        }
    }

    /** Multiplies once and leaves the product to be repeated. BLAS counts by columns, so {@code C' = B' A'}. */
    private double[] doubles(BLAS blas, Products p) {
        double[] c = new double[p.m() * p.n()];
        Runnable run = () -> blas.dgemm(
                flag(p.transposeB()),
                flag(p.transposeA()),
                p.n(),
                p.m(),
                p.k(),
                1,
                p.b(),
                leadingB(p),
                p.a(),
                leadingA(p),
                0,
                c,
                p.n());
        run.run();
        product = run;
        return c;
    }

    private double[] singles(BLAS blas, Products p) {
        float[] a = floats(p.a());
        float[] b = floats(p.b());
        float[] c = new float[p.m() * p.n()];
        Runnable run = () -> blas.sgemm(
                flag(p.transposeB()),
                flag(p.transposeA()),
                p.n(),
                p.m(),
                p.k(),
                1,
                b,
                leadingB(p),
                a,
                leadingA(p),
                0,
                c,
                p.n());
        run.run();
        product = run;
        double[] copy = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            copy[i] = c[i];
        }
        return copy;
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static String flag(boolean transposed) {
        return transposed ? "T" : "N";
    }

    private static int leadingA(Products p) {
        return p.transposeA() ? p.m() : p.k();
    }

    private static int leadingB(Products p) {
        return p.transposeB() ? p.k() : p.n();
    }

    /** One product. */
    @Benchmark
    public void product(Counter counter) {
        counter.gflops += flops;
        Objects.requireNonNull(product).run();
    }
}
