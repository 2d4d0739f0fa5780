package org.wengert.tck;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import org.wengert.Engine;
import org.wengert.Value;

/** A graph of numbers of {@code graphs.json}, with the value and the adjoint of every node. */
final class GraphFixture {
    private final Fields graph;
    private final double[] leaves;
    private final List<Value> nodes = new ArrayList<>();

    private GraphFixture(Fields graph) {
        this.graph = graph;
        leaves = graph.numbers("leaves");
    }

    /** The graph on an engine, recorded and differentiated. */
    static GraphFixture on(Engine engine, Fields graph) {
        GraphFixture fixture = new GraphFixture(graph);
        fixture.record(engine);
        fixture.root().backward();
        return fixture;
    }

    private void record(Engine engine) {
        for (double leaf : leaves) {
            nodes.add(engine.variable(leaf));
        }
        for (JsonElement node : graph.elements("nodes")) {
            nodes.add(node(engine, graph.elements("nodes", node)));
        }
    }

    /** The value of each leaf. */
    List<Value> leaves() {
        return nodes.subList(0, leaves.length);
    }

    /** The value that was differentiated. */
    Value root() {
        return node(graph.integer("out"));
    }

    private Value node(int number) {
        if (number < 0 || number >= nodes.size()) {
            throw graph.refused("there is no node " + number + " before it is used");
        }
        return nodes.get(number);
    }

    /** Compares every node; fails at the first that differs, so the fault lies in its own operation or just after it. */
    void check(Tolerances tolerances) {
        double[] values = graph.numbers("node_values");
        double[] adjoints = graph.numbers("node_adjoints");
        if (values.length != nodes.size() || adjoints.length != nodes.size()) {
            throw graph.refused("'node_values' and 'node_adjoints' must have a number for each of " + nodes.size()
                    + " nodes: they have " + values.length + " and " + adjoints.length);
        }
        for (int i = 0; i < values.length; i++) {
            check("value", i, tolerances.graphValue(), values[i], nodes.get(i).item());
        }
        for (int i = values.length - 1; i >= 0; i--) {
            double adjoint = isConstant(i) ? 0 : adjoints[i]; // also where a constant is the output
            check(
                    "adjoint",
                    i,
                    tolerances.graphGradient(),
                    adjoint,
                    nodes.get(i).grad().item());
        }
        double[] gradients = graph.numbers("grads");
        for (int i = 0; i < leaves.length; i++) {
            check(
                    "gradient",
                    i,
                    tolerances.graphGradient(),
                    gradients[i],
                    nodes.get(i).grad().item());
        }
        check("result", graph.integer("out"), tolerances.graphValue(), graph.number("value"), root().item());
    }

    private boolean isConstant(int node) {
        return node >= leaves.length && made(node).get(0).getAsString().equals("const");
    }

    private List<JsonElement> made(int node) {
        return graph.elements("nodes", graph.elements("nodes").get(node - leaves.length));
    }

    private Value node(Engine engine, List<JsonElement> node) {
        if (node.size() < 2) {
            throw graph.refused("'nodes' must hold lists [operation, [operands]]: got " + node);
        }
        String op = node.get(0).getAsString();
        if (op.equals("const")) {
            return engine.constant(number(node));
        }
        int[] arguments = graph.integers("nodes", node.get(1));
        if (arguments.length == 0 || arguments.length > 2) {
            throw graph.refused("'nodes' must hold operations on one or two nodes: got " + node);
        }
        Value x = node(arguments[0]);
        if (op.equals("pow")) {
            return x.pow(number(node));
        }
        return arguments.length == 1 ? unary(op, x) : binary(op, x, node(arguments[1]));
    }

    private double number(List<JsonElement> node) {
        if (node.size() < 3) {
            throw graph.refused("'nodes' must hold a number after the operands of const and pow: got " + node);
        }
        return graph.number("nodes", node.get(2));
    }

    private Value unary(String op, Value x) {
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
            default -> throw graph.refused("there is no operation '" + op + "' on one node");
        };
    }

    private Value binary(String op, Value a, Value b) {
        return switch (op) {
            case "add" -> a.add(b);
            case "sub" -> a.sub(b);
            case "mul" -> a.mul(b);
            case "div" -> a.div(b);
            case "maximum" -> a.maximum(b);
            case "minimum" -> a.minimum(b);
            default -> throw graph.refused("there is no operation '" + op + "' on two nodes");
        };
    }

    private void check(String what, int node, Close.Rule rule, double expected, double actual) {
        if (!rule.accepts(expected, actual)) {
            String made = node < leaves.length ? "a leaf" : made(node).toString();
            throw new AssertionError("first " + what + " that differs is that of node " + node + ", " + made + ", of "
                    + nodes.size() + ": expected " + expected + ", got " + actual);
        }
    }
}
