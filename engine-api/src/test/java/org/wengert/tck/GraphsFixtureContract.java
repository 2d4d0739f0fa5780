package org.wengert.tck;

import com.google.gson.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wengert.Engine;
import org.wengert.Value;

/** Whole graphs of numbers, structural and random ones, with the value and the adjoint of every node. */
@Proves(Level.CORE)
public interface GraphsFixtureContract extends EngineContract {
    @TestFactory
    default Stream<DynamicTest> graphsGiveTheReferenceValuesAndGradients() {
        return Fixtures.tests(
                "graphs.json",
                "graphs",
                graph -> test(
                        graph.get("id").getAsString() + " " + graph.get("kind").getAsString(),
                        engine -> assertGraph(engine, new Fields(graph, "graph"))));
    }

    @TestFactory
    default Stream<DynamicTest> graphsOfTheSeedsGiveTheReferenceValuesAndGradients() {
        return Fixtures.tests(
                "seeds.json",
                "examples",
                example -> example.has("graph"),
                example -> test(example.get("id").getAsString(), engine -> assertGraph(engine, seedGraph(example))));
    }

    private static Fields seedGraph(JsonObject example) {
        return new Fields(example, "example").object("graph");
    }

    private void assertGraph(Engine engine, Fields graph) {
        GraphFixture fixture = GraphFixture.on(engine, graph);
        if (arithmetic().precision() == Precision.FLOAT64) {
            fixture.check(tolerances());
        } else { // the file has every node as double precision rounds it
            double[] leaves = fixture.leaves().stream().mapToDouble(Value::item).toArray();
            Close.assertSame("leaves", held(graph.numbers("leaves")), leaves);
            Recomputed.check(arithmetic(), fixture.root(), 1);
        }
    }
}
