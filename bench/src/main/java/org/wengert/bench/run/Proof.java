package org.wengert.bench.run;

import java.util.Map;
import org.wengert.bench.suite.OracleAgreement;

/**
 * What is checked before anything is timed, in this JVM: training steps that are small enough, against the oracle. Every
 * benchmark checks itself too, in the JVM that times it, against naive loops.
 */
final class Proof {
    private static final String STEPS = "org.wengert.bench.suite.Steps.step";
    private static final String SMOKE = "org.wengert.bench.suite.Smoke.trainingStep";

    private final OracleAgreement oracle = new OracleAgreement();

    /** Notes in a row what it was compared with, or why it must not be timed. */
    void check(Ledger ledger) {
        Case row = ledger.row();
        Map<String, String> given = row.parameters();
        try {
            if (row.benchmark().equals(STEPS)) {
                String contender = given.getOrDefault("contender", "");
                ledger.agreesWith(reference(given.getOrDefault("network", ""), contender, given));
            } else if (row.benchmark().equals(SMOKE)) {
                ledger.agreesWith(reference("3-4-4-1", given.getOrDefault("engine", ""), given));
            }
        } catch (VirtualMachineError e) {
            throw e;
        } catch (RuntimeException | Error e) { // whatever a third party's engine throws costs it its row, not the run
            ledger.add(Refusals.of(e, ""));
        }
    }

    private String reference(String network, String contender, Map<String, String> given) {
        boolean small = oracle.require(
                network,
                contender,
                given.getOrDefault("precision", "float64"),
                given.getOrDefault("kernels", "auto"),
                given.getOrDefault("threads", "auto"));
        return small ? "the oracle and naive loops" : "naive loops";
    }
}
