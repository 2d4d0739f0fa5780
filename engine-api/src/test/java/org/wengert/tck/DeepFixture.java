package org.wengert.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.Variable;

/** A chain of {@code deep.json} on an engine, recorded and differentiated. */
final class DeepFixture {
    private final Fields chain;
    private final int count;
    private final List<Variable> variables = new ArrayList<>();
    private final Value root;

    private DeepFixture(Engine engine, Fields chain, int limit) {
        this.chain = chain;
        count = Math.min(chain.integer("n"), limit);
        root = record(engine);
        root.backward();
    }

    /** The chain, of at most so many repetitions. */
    static DeepFixture on(Engine engine, Fields chain, int limit) {
        return new DeepFixture(engine, chain, limit);
    }

    /** The value that was differentiated. */
    Value root() {
        return root;
    }

    private String kind() {
        return chain.text("id").replaceAll("-[0-9]+[km]$", "");
    }

    private Value record(Engine engine) {
        return switch (kind()) {
            case "affine" -> affine(engine);
            case "sin-chain" -> chain(engine, Value::sin);
            case "tanh-chain" -> chain(engine, Value::tanh);
            case "sum-of-one-leaf" -> sumOfOneLeaf(engine);
            case "wide-sum" -> wideSum(engine);
            default -> throw chain.refused("there is no recipe '" + kind() + "'");
        };
    }

    private Variable variable(Engine engine, double number) {
        variables.add(engine.variable(number));
        return variables.get(variables.size() - 1);
    }

    private Value affine(Engine engine) {
        Variable x = variable(engine, chain.number("x"));
        Variable a = variable(engine, chain.number("a"));
        Value b = engine.constant(chain.number("b"));
        Value y = x;
        for (int i = 0; i < count; i++) {
            y = y.mul(a).add(b);
        }
        return y;
    }

    private Value chain(Engine engine, UnaryOperator<Value> op) {
        Value y = variable(engine, chain.number("x"));
        for (int i = 0; i < count; i++) {
            y = op.apply(y);
        }
        return y;
    }

    private Value sumOfOneLeaf(Engine engine) {
        Variable x = variable(engine, chain.number("x"));
        Value sum = engine.constant(0);
        for (int i = 0; i < count; i++) {
            sum = sum.add(x);
        }
        return sum;
    }

    private Value wideSum(Engine engine) {
        Value sum = engine.constant(0);
        for (int i = 0; i < count; i++) {
            Variable x = variable(engine, wide(i));
            sum = sum.add(x.mul(x));
        }
        return sum;
    }

    private static double wide(int leaf) {
        return leaf % 7 - 3;
    }

    /** Sines and tanhs to their tolerance, everything else to the last bit: it is plain arithmetic in a fixed order. */
    void check(Tolerances tolerances) {
        Close.Rule rule = kind().endsWith("-chain") ? tolerances.deep() : Close.SAME;
        Close.assertClose("value", rule, chain.number("value"), root.item());
        double[] gradients =
                variables.stream().mapToDouble(x -> x.grad().item()).toArray();
        Close.assertClose("gradient", rule, gradients(), gradients);
    }

    private double[] gradients() {
        return kind().equals("wide-sum")
                ? IntStream.range(0, count).mapToDouble(i -> 2 * wide(i)).toArray()
                : chain.numbers("grads");
    }
}
