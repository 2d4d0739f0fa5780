package org.wengert.bench.suite;

import java.util.HashMap;
import java.util.Map;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.tck.OracleProvider;

/**
 * Compares training steps with the engine of 60 digits that the conformance kit has for an oracle. That engine is slow, so
 * a batch is cut to as many samples as it can do in a second or two, and networks too large for one sample are compared with
 * the naive loops alone, by {@link Agreement}; the loops themselves are compared with the oracle in this project's tests.
 *
 * <p>NOTE: not for a JVM that is going to be timed. Code that two engines have run is compiled for both of them.
 */
public final class OracleAgreement {
    /** Multiplications of a forward pass: a second or two. */
    private static final long LIMIT = 400;

    private final Map<Workload, Agreement.Reference> known = new HashMap<>();

    /**
     * Compares a contender at a network with the oracle, if the network is small enough.
     *
     * @param network   any that {@link Networks} knows
     * @param contender an engine's name, {@code hand-loops} or {@code hand-kernels}
     * @param precision {@code float64} or {@code float32}
     * @param kernels   {@code auto}, {@code plain} or {@code vector}
     * @param threads   {@code auto} or a number
     * @return whether it was small enough
     * @throws IllegalStateException if a number differs, naming the worst one and both values
     * @throws RuntimeException if there is no such contender here; the text begins with {@code skipped:}
     */
    public boolean require(String network, String contender, String precision, String kernels, String threads) {
        Workload whole = Workload.named(network);
        Variant variant = new Variant(precision, kernels, threads);
        long sample = whole.multiplications() / whole.batch();
        if (sample > LIMIT) {
            return false;
        }
        Workload workload = whole.withBatch((int) Math.min(whole.batch(), LIMIT / sample));
        Problem problem = Problem.of(workload);
        Agreement.require(
                known.computeIfAbsent(workload, small -> oracle(small, problem)),
                workload,
                problem,
                precision,
                rate -> Contenders.open(contender, variant, workload, problem, rate));
        return true;
    }

    private static Agreement.Reference oracle(Workload workload, Problem problem) {
        Engine engine = Engines.open(new OracleProvider(), Configuration.ofProcess());
        try (Contender oracle = new EngineStep(engine, workload, problem, Agreement.CHECKED_RATE)) {
            return Agreement.Reference.of(oracle);
        }
    }
}
