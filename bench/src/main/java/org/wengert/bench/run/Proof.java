package org.wengert.bench.run;

import java.util.Map;
import java.util.Optional;
import org.wengert.bench.suite.OracleAgreement;

/**
 * What is checked before anything is timed, in this JVM: training steps that are small enough, against the oracle. Every
 * benchmark checks itself too, in the JVM that times it, against naive loops.
 */
final class Proof {
    private static final String STEPS = "org.wengert.bench.suite.Steps.step";
    private static final String SMOKE = "org.wengert.bench.suite.Smoke.trainingStep";

    private final OracleAgreement oracle = new OracleAgreement();

    /** Why a row must not be timed, if that is so. */
    Optional<Outcome.Refused> refusal(Case row) {
        Map<String, String> given = row.parameters();
        try {
            if (row.benchmark().equals(STEPS)) {
                require(given.getOrDefault("network", ""), given.getOrDefault("contender", ""), given);
            } else if (row.benchmark().equals(SMOKE)) {
                require("3-4-4-1", given.getOrDefault("engine", ""), given);
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(Refusals.of(e, ""));
        }
    }

    private void require(String network, String contender, Map<String, String> given) {
        oracle.require(
                network,
                contender,
                given.getOrDefault("precision", "float64"),
                given.getOrDefault("kernels", "auto"),
                given.getOrDefault("threads", "auto"));
    }
}
