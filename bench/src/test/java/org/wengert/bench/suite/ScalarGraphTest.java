package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarGraphTest {
    /** For each sample 80 in the first layer, 16 x 33 + 16 in the second, 32 in the third, 2 in the loss. */
    private static final int OPERATIONS = 100 * (16 * 5 + 16 * 33 + 32 + 2) + 99;

    @ParameterizedTest
    @ValueSource(strings = {"tape", "scalar"})
    void everyBenchmarkGivesTheSameLoss(String engine) {
        ScalarGraph suite = new ScalarGraph();
        ScalarGraph.Plain plain = new ScalarGraph.Plain();
        ScalarGraph.Graph graph = new ScalarGraph.Graph();
        ScalarGraph.Recording recording = new ScalarGraph.Recording();
        graph.engine = engine;
        plain.open();
        graph.check();
        double loss = suite.evaluate(plain);

        assertEquals(loss, suite.recordAndReverse(graph), 1e-12 * loss);
        assertEquals(loss, suite.recordAlone(graph), 1e-12 * loss);
        recording.record(graph);
        recording.zero(graph);
        assertEquals(loss, suite.reverseAlone(graph, recording).item(), 1e-12 * loss);
        assertEquals(OPERATIONS, graph.network().operations());
        graph.close();
    }

    @Test
    void anotherFunctionIsRefused() {
        Workload workload = Workload.named(Workload.SMALL);
        Problem problem = Problem.of(workload);
        problem.parameters()[0] += 0.1;
        try (ScalarNetwork network = new ScalarNetwork(Variant.STANDARD.open("tape"), workload, problem)) {
            IllegalStateException refused = assertThrows(
                    IllegalStateException.class,
                    () -> ScalarAgreement.require("tape", workload, Problem.of(workload), network));

            assertTrue(
                    String.valueOf(refused.getMessage()).startsWith("benchmark: nothing is timed: the loss is "),
                    refused.getMessage());
        }
    }
}
