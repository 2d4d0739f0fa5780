package org.wengert.bench.suite;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
import org.wengert.error.CapacityException;

/**
 * A step's time and memory as a network becomes wider or deeper, its batch larger, or a graph of single numbers longer.
 * What stays as it is, and how far each axis goes, says {@link GrowthAxis}. Sizes beyond that, and those there is no
 * memory for, are skipped.
 *
 * <pre>{@code
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.Growth -p axis=nodes
 * java -cp bench/target/wengert.jar org.openjdk.jmh.Main suite.Growth -p axis=width -p size=10,100,1000 -p engine=tape
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Growth {
    /** What grows. */
    @Param({"width", "depth", "batch", "nodes"})
    public String axis = "";

    /** How far. */
    @Param({
        "10",
        "30",
        "100",
        "300",
        "1000",
        "3000",
        "10000",
        "30000",
        "100000",
        "300000",
        "1000000",
        "3000000",
        "10000000"
    })
    public int size;

    /** The engine that is timed. */
    @Param({"tape", "scalar"})
    public String engine = "";

    /** What numbers are kept and computed in. */
    @Param(Variant.FLOAT64)
    public String precision = "";

    private @Nullable SizedStep running;
    private double bytes;

    /** What a step keeps. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Memory {
        /**
         * Heap that an engine keeps with its network and one step that is recorded, differentiated and not yet closed:
         * the difference after full collections, the same in each iteration (JMH's table adds iterations up).
         */
        public double bytes;
    }

    /** Refuses to time what is wrong, and measures the memory. */
    @Setup(Level.Trial)
    public void check() throws Exception {
        GrowthAxis along = GrowthAxis.named(axis);
        Variant variant = new Variant(precision, Variant.AUTO, Variant.AUTO);
        Supplier<Engine> opener = () -> variant.open(engine);
        try {
            along.require(opener, precision, size);
            bytes = Retained.bytes(() -> held(along.open(opener.get(), size)));
        } catch (CapacityException | OutOfMemoryError e) {
            throw new Skipped("a heap of " + Runtime.getRuntime().maxMemory() + " bytes is too small for " + axis + " "
                    + size + " on '" + engine + "'");
        }
        running = along.open(opener.get(), size);
        System.out.println("# Runs: " + running.description());
    }

    private static SizedStep held(SizedStep step) {
        step.hold();
        return step;
    }

    /** Gives the engine's memory back. */
    @TearDown(Level.Trial)
    public void close() {
        if (running != null) {
            running.close();
        }
    }

    /** Record, differentiate and, for networks, update. */
    @Benchmark
    public double step(Memory memory) {
        memory.bytes = bytes;
        return Objects.requireNonNull(running).step();
    }
}
