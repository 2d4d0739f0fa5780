package org.wengert.bench.suite;

import java.util.function.Supplier;
import org.wengert.Engine;
import org.wengert.Graph;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.tape.TapeGauge;

/**
 * What a workload's recording holds, by the numbers that its operations gave. On a tape, bytes of rows and arrays in use,
 * adjoints among them; on any other engine, the heap that a recorded and differentiated step keeps beyond the network.
 */
final class RecordedStep {
    private RecordedStep() {}

    static double bytesANode(Supplier<Engine> opener, Workload workload) throws Exception {
        Problem problem = Problem.of(workload);
        try (Engine engine = opener.get()) {
            EngineStep step = new EngineStep(engine, workload, problem, Steps.RATE);
            try (Scope scope = engine.scope()) {
                double nodes = nodes(step.record());
                return TapeGauge.fits(engine)
                        ? TapeGauge.of(engine).bytes() / nodes
                        : heap(() -> new NetworkStep(opener.get(), workload, problem)) / nodes;
            }
        }
    }

    private static double nodes(Value loss) {
        return Graph.operandsFirst(loss).stream()
                .filter(value -> value.op().isPresent())
                .mapToInt(value -> value.shape().size())
                .sum();
    }

    private static double heap(Supplier<NetworkStep> opener) throws Exception {
        double held = Retained.bytes(() -> {
            NetworkStep step = opener.get();
            step.hold();
            return step;
        });
        return held - Retained.bytes(opener);
    }
}
