package org.wengert.tck;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wengert.Engine;
import org.wengert.Value;
import org.wengert.Variable;

/** Chains of up to a million operations against reference values. */
@Proves(Level.CORE)
public interface DeepFixtureContract extends EngineContract {
    @TestFactory
    default Stream<DynamicTest> deepGraphsGiveTheReferenceValuesAndGradients() {
        return Fixtures.tests(
                "deep.json",
                "chains",
                chain -> test(chain.get("id").getAsString(), engine -> assertChain(engine, chain)));
    }

    private void assertChain(Engine engine, JsonObject chain) {
        String kind = chain.get("id").getAsString().replaceAll("-[0-9]+[km]$", "");
        switch (kind) {
            case "affine" -> affine(engine, chain);
            case "sin-chain" -> chain(engine, chain, Value::sin);
            case "tanh-chain" -> chain(engine, chain, Value::tanh);
            case "sum-of-one-leaf" -> sumOfOneLeaf(engine, chain);
            case "wide-sum" -> wideSum(engine, chain);
            default -> throw new AssertionError("deep.json has a recipe that the kit does not know: " + kind);
        }
    }

    /** Where each step is checked by itself, a hundred thousand of them say what a million would. */
    private int count(JsonObject chain) {
        int n = chain.get("n").getAsInt();
        return arithmetic().precision() == Precision.FLOAT64 ? n : Math.min(n, 100_000);
    }

    /** In single precision the file's results are not those of its inputs rounded: each step is checked by itself. */
    private boolean isRecomputed(Value root) {
        boolean recomputed = arithmetic().precision() != Precision.FLOAT64;
        if (recomputed) {
            Recomputed.check(arithmetic(), root, 1);
        }
        return recomputed;
    }

    private void affine(Engine engine, JsonObject chain) {
        Variable x = engine.variable(chain.get("x").getAsDouble());
        Variable a = engine.variable(chain.get("a").getAsDouble());
        Value b = engine.constant(chain.get("b").getAsDouble());
        Value y = x;
        for (int i = 0; i < count(chain); i++) {
            y = y.mul(a).add(b);
        }
        y.backward();
        if (isRecomputed(y)) {
            return;
        }

        Close.assertSame("value", chain.get("value").getAsDouble(), y.item());
        Close.assertSame(
                "gradients",
                Fixtures.numbers(chain.get("grads")),
                x.grad().item(),
                a.grad().item());
    }

    private void chain(Engine engine, JsonObject chain, UnaryOperator<Value> op) {
        Variable x = engine.variable(chain.get("x").getAsDouble());
        Value y = x;
        for (int i = 0; i < count(chain); i++) {
            y = op.apply(y);
        }
        y.backward();
        if (isRecomputed(y)) {
            return;
        }

        Close.assertClose("value", tolerances().deep(), chain.get("value").getAsDouble(), y.item());
        Close.assertClose(
                "gradient",
                tolerances().deep(),
                Fixtures.numbers(chain.get("grads")),
                x.grad().item());
    }

    private void sumOfOneLeaf(Engine engine, JsonObject chain) {
        Variable x = engine.variable(chain.get("x").getAsDouble());
        Value sum = engine.constant(0);
        for (int i = 0; i < count(chain); i++) {
            sum = sum.add(x);
        }
        sum.backward();
        if (isRecomputed(sum)) {
            return;
        }

        Close.assertSame("value", chain.get("value").getAsDouble(), sum.item());
        Close.assertSame(
                "gradient", Fixtures.numbers(chain.get("grads")), x.grad().item());
    }

    private void wideSum(Engine engine, JsonObject chain) {
        List<Variable> leaves = new ArrayList<>();
        Value sum = engine.constant(0);
        for (int i = 0; i < count(chain); i++) {
            Variable x = engine.variable(i % 7 - 3);
            leaves.add(x);
            sum = sum.add(x.mul(x));
        }
        sum.backward();

        Close.assertSame("value", chain.get("value").getAsDouble(), sum.item());
        for (int i = 0; i < leaves.size(); i++) {
            Close.assertSame(
                    "gradient " + i, 2 * (i % 7 - 3), leaves.get(i).grad().item());
        }
    }
}
