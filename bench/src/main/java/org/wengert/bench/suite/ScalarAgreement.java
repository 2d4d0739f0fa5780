package org.wengert.bench.suite;

import org.wengert.Scope;
import org.wengert.Value;

/** What has to hold before the scalar graph is timed; see {@link Agreement}. */
final class ScalarAgreement {
    private ScalarAgreement() {}

    /** Compares a network's loss and gradients, the first and a repeated sweep's, with those of the naive loops. */
    static void require(String engine, Workload workload, Problem problem, ScalarNetwork network) {
        double[] expected = reference(workload, problem).gradients();
        try (Scope scope = network.scope()) {
            Value loss = network.record();
            requireLoss(engine, workload, problem, loss.item());
            for (String sweep : new String[] {"first", "second"}) {
                network.zeroGrad();
                loss.backward();
                Agreement.compare(
                        "a gradient of the " + sweep + " sweep",
                        engine,
                        Agreement.FLOAT64_TOLERANCE,
                        expected,
                        network.gradients());
            }
        }
        network.zeroGrad();
    }

    static void requireLoss(String who, Workload workload, Problem problem, double loss) {
        double expected = reference(workload, problem).loss();
        Agreement.compare("the loss", who, Agreement.FLOAT64_TOLERANCE, new double[] {expected}, loss);
    }

    private static Contender reference(Workload workload, Problem problem) {
        return new HandStep<>(new LoopKernels(), workload, problem, 0);
    }
}
