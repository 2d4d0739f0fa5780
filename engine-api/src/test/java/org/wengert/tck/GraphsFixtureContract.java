package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
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
                        engine -> assertGraph(engine, graph)));
    }

    @TestFactory
    default Stream<DynamicTest> graphsOfTheSeedsGiveTheReferenceValuesAndGradients() {
        return Fixtures.tests(
                "seeds.json",
                "examples",
                example -> example.has("graph"),
                example -> test(
                        example.get("id").getAsString(),
                        engine -> assertGraph(engine, example.getAsJsonObject("graph"))));
    }

    private void assertGraph(Engine engine, JsonObject graph) {
        double[] leaves = Fixtures.numbers(graph.get("leaves"));
        List<Value> nodes = nodes(engine, graph, leaves);
        int out = graph.get("out").getAsInt();
        nodes.get(out).backward();
        if (arithmetic().precision() != Precision.FLOAT64) { // the file has every node as double precision rounds it
            Close.assertSame(
                    "leaves",
                    held(leaves),
                    nodes.subList(0, leaves.length).stream()
                            .mapToDouble(Value::item)
                            .toArray());
            Recomputed.check(arithmetic(), nodes.get(out), 1);
            return;
        }

        double[] values = Fixtures.numbers(graph.get("node_values"));
        double[] adjoints = Fixtures.numbers(graph.get("node_adjoints"));
        for (int i = 0; i < values.length; i++) {
            check(
                    "value",
                    graph,
                    i,
                    tolerances().graphValue(),
                    values[i],
                    nodes.get(i).item());
        }
        for (int i = values.length - 1; i >= 0; i--) {
            double adjoint = isConstant(graph, i) ? 0 : adjoints[i]; // also where a constant is the output
            check(
                    "adjoint",
                    graph,
                    i,
                    tolerances().graphGradient(),
                    adjoint,
                    nodes.get(i).grad().item());
        }
        double[] gradients = Fixtures.numbers(graph.get("grads"));
        for (int i = 0; i < leaves.length; i++) {
            check(
                    "gradient",
                    graph,
                    i,
                    tolerances().graphGradient(),
                    gradients[i],
                    nodes.get(i).grad().item());
        }
        check(
                "result",
                graph,
                out,
                tolerances().graphValue(),
                graph.get("value").getAsDouble(),
                nodes.get(out).item());
    }

    private static boolean isConstant(JsonObject graph, int node) {
        int index = node - graph.getAsJsonArray("leaves").size();
        return index >= 0
                && graph.getAsJsonArray("nodes")
                        .get(index)
                        .getAsJsonArray()
                        .get(0)
                        .getAsString()
                        .equals("const");
    }

    private static List<Value> nodes(Engine engine, JsonObject graph, double... leaves) {
        List<Value> nodes = new ArrayList<>();
        for (double leaf : leaves) {
            nodes.add(engine.variable(leaf));
        }
        for (JsonElement node : graph.getAsJsonArray("nodes")) {
            nodes.add(node(engine, node.getAsJsonArray(), nodes));
        }
        return nodes;
    }

    private static Value node(Engine engine, JsonArray node, List<Value> nodes) {
        String op = node.get(0).getAsString();
        if (op.equals("const")) {
            return engine.constant(node.get(2).getAsDouble());
        }
        JsonArray arguments = node.get(1).getAsJsonArray();
        Value x = nodes.get(arguments.get(0).getAsInt());
        if (op.equals("pow")) {
            return x.pow(node.get(2).getAsDouble());
        }
        return arguments.size() == 1
                ? unary(op, x)
                : binary(op, x, nodes.get(arguments.get(1).getAsInt()));
    }

    private static Value unary(String op, Value x) {
        return switch (op) {
            case "neg" -> x.neg();
            case "exp" -> x.exp();
            case "log" -> x.log();
            case "tanh" -> x.tanh();
            case "sigmoid" -> x.sigmoid();
            case "relu" -> x.relu();
            case "softplus" -> x.softplus();
            case "sin" -> x.sin();
            case "cos" -> x.cos();
            case "sqrt" -> x.sqrt();
            case "abs" -> x.abs();
            default -> throw new AssertionError("graphs.json has an operation that the kit does not know: " + op);
        };
    }

    private static Value binary(String op, Value a, Value b) {
        return switch (op) {
            case "add" -> a.add(b);
            case "sub" -> a.sub(b);
            case "mul" -> a.mul(b);
            case "div" -> a.div(b);
            case "maximum" -> a.maximum(b);
            case "minimum" -> a.minimum(b);
            default -> throw new AssertionError("graphs.json has an operation that the kit does not know: " + op);
        };
    }

    /** Fails at the first node that differs, so the fault lies in its own operation or in the one it was sent from. */
    private static void check(
            String what, JsonObject graph, int node, Close.Rule rule, double expected, double actual) {
        if (rule.accepts(expected, actual)) {
            return;
        }
        int leaves = graph.getAsJsonArray("leaves").size();
        String made = node < leaves
                ? "a leaf"
                : graph.getAsJsonArray("nodes").get(node - leaves).toString();
        fail("first " + what + " that differs is that of node " + node + ", " + made + ", of "
                + graph.getAsJsonArray("node_values").size() + ": expected " + expected + ", got " + actual);
    }
}
