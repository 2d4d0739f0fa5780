package org.wengert.bench.suite;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wengert.Engine;
import org.wengert.nn.Activation;

/** What grows in {@link Growth}, how far, and what stays as it is. */
enum GrowthAxis {
    /** Two layers {@code n-n-n} on 16 samples: multiplications grow with the square. */
    WIDTH(1_000, n -> network(16, List.of(n, n, n))),
    /** {@code n} layers of 16 neurons on 16 samples. */
    DEPTH(300, n -> network(16, Collections.nCopies(n + 1, 16))),
    /** {@code n} samples through 64-32-10. */
    BATCH(10_000, n -> network(n, List.of(64, 32, 10))),
    /** {@code n} operations on single numbers, one after another. */
    NODES(10_000_000, null);

    private final int largest;
    private final @Nullable IntFunction<Workload> workloads;

    GrowthAxis(int largest, @Nullable IntFunction<Workload> workloads) {
        this.largest = largest;
        this.workloads = workloads;
    }

    private static Workload network(int batch, List<Integer> widths) {
        return new Workload(
                "grown", Activation.RELU, Workload.Objective.CROSS_ENTROPY, Workload.Rule.SGD, batch, widths);
    }

    /** The axis of a name. */
    static GrowthAxis named(String name) {
        return Arrays.stream(values())
                .filter(axis -> axis.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("benchmark: nothing grows by '" + name + "': there are "
                        + Arrays.stream(values()).map(GrowthAxis::toString).collect(Collectors.joining(", "))));
    }

    /**
     * Proves that a step of this size computes the right thing on an engine.
     *
     * @throws Skipped               if the axis does not reach so far
     * @throws IllegalStateException if a number differs from the naive loops'
     */
    void require(Supplier<Engine> opener, String precision, int size) {
        if (size > largest) {
            throw new Skipped(this + " grows up to " + largest + ": got " + size);
        }
        if (workloads == null) {
            try (ChainStep chain = new ChainStep(opener.get(), size)) {
                chain.require(Agreement.tolerance(precision));
            }
        } else {
            Workload workload = workloads.apply(size);
            Problem problem = Problem.of(workload);
            Agreement.Opener contender = rate -> new EngineStep(opener.get(), workload, problem, rate);
            Agreement.require(workload, problem, precision, contender);
        }
    }

    /** A step of this size, which closes its engine in the end. */
    SizedStep open(Engine engine, int size) {
        if (workloads == null) {
            return new ChainStep(engine, size);
        }
        Workload workload = workloads.apply(size);
        return new NetworkStep(engine, workload, Problem.of(workload));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
