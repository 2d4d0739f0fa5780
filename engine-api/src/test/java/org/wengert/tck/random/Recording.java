package org.wengert.tck.random;

import java.util.ArrayList;
import java.util.List;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;

/** An expression, recorded by an engine. */
public final class Recording {
    private final Engine engine;
    private final Expression expression;
    private final List<Value> values = new ArrayList<>();

    private Recording(Engine engine, Expression expression) {
        this.engine = engine;
        this.expression = expression;
    }

    /** All values in order. */
    public static Recording of(Engine engine, Expression expression) {
        Recording recording = new Recording(engine, expression);
        recording.expression.nodes().forEach(recording::add);
        return recording;
    }

    /** The same with a scope opened every few values, and one opened and closed beside each. */
    public static Recording inScopes(Engine engine, Expression expression) {
        Recording recording = new Recording(engine, expression);
        for (int i = 0; i < expression.nodes().size(); i++) {
            if (i % 4 == 1) {
                engine.scope();
            }
            recording.add(expression.nodes().get(i));
            try (Scope beside = engine.scope()) {
                recording.values.get(i).sum().tanh();
            }
        }
        return recording;
    }

    private void add(Node node) {
        values.add(make(engine, node, values));
    }

    /** One value of those before it. */
    public static Value make(Engine engine, Node node, List<Value> values) {
        if (node.isLeaf()) {
            return node.variable()
                    ? engine.variable(node.shape(), node.numbers())
                    : engine.constant(node.shape(), node.numbers());
        }
        List<Value> operands = new ArrayList<>(node.operands().size());
        node.operands().forEach(operand -> operands.add(values.get(operand)));
        return engine.apply(node.op().orElseThrow(), operands);
    }

    public Value value(int index) {
        return values.get(index);
    }

    public Value root() {
        return values.get(expression.root());
    }

    /** Differentiates the root by the expression's seed. */
    public Recording backward() {
        root().backward(expression.seed());
        return this;
    }

    /** The gradient of each variable, in the order of {@link Expression#variables()}. */
    public List<double[]> gradients() {
        List<double[]> gradients = new ArrayList<>();
        expression.variables().forEach(v -> gradients.add(values.get(v).grad().data()));
        return gradients;
    }

    /** The gradient of each value but the leaves, in order. */
    public List<double[]> operationGradients() {
        List<double[]> gradients = new ArrayList<>();
        for (int v = 0; v < values.size(); v++) {
            if (!expression.nodes().get(v).isLeaf()) {
                gradients.add(values.get(v).grad().data());
            }
        }
        return gradients;
    }

    /** Clears the gradients of all variables. */
    public void zero() {
        expression.variables().forEach(v -> ((Variable) values.get(v)).zeroGrad());
    }
}
