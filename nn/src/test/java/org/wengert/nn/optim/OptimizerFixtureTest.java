package org.wengert.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.nn.Close;
import org.wengert.nn.EachVariant;
import org.wengert.nn.Shared;
import org.wengert.nn.Variant;

/** Ten steps of every setting of the optimisers, on two quadratics {@code w'Aw/2 - b'w}. */
class OptimizerFixtureTest {
    private static final int CASES = 30;

    /** A number of the case; what it does not name is off. */
    private static double hyper(JsonObject hyper, String name) {
        return hyper.has(name) ? hyper.get(name).getAsDouble() : 0;
    }

    private static Optimizer optimizer(String kind, JsonObject hyper, List<Variable> w) {
        double rate = hyper(hyper, "lr");
        double eps = hyper(hyper, "eps");
        Group group = Group.of(w);
        Group decaying = group.weightDecay(hyper(hyper, "weight_decay"));
        switch (kind.replaceAll("\\+.*", "")) {
            case "sgd":
            case "momentum":
            case "nesterov":
                return new Sgd(
                        rate,
                        new Sgd.Settings(hyper(hyper, "momentum"), hyper(hyper, "dampening"), kind.equals("nesterov")),
                        decaying);
            case "adagrad":
                return new AdaGrad(
                        rate,
                        new AdaGrad.Settings(hyper(hyper, "lr_decay"), hyper(hyper, "initial_accumulator"), eps),
                        decaying);
            case "rmsprop":
                boolean centered = hyper.get("centered").getAsBoolean();
                return new RmsProp(
                        rate,
                        new RmsProp.Settings(hyper(hyper, "alpha"), eps, hyper(hyper, "momentum"), centered),
                        decaying);
            case "adam":
                return new Adam(rate, adam(hyper).amsgrad(kind.endsWith("amsgrad")), decaying);
            case "adamw":
                return new Adam(rate, adam(hyper), group.decoupledWeightDecay(hyper(hyper, "weight_decay")));
            default:
                throw new AssertionError("no such kind: " + kind);
        }
    }

    private static Adam.Settings adam(JsonObject hyper) {
        return Adam.Settings.USUAL
                .betas(hyper(hyper, "beta1"), hyper(hyper, "beta2"))
                .eps(hyper(hyper, "eps"));
    }

    @EachVariant
    void everyStepOfEveryCase(String name) {
        int cases = 0;
        for (JsonElement element : Shared.fixture("optimizers.json").getAsJsonArray("cases")) {
            JsonObject item = element.getAsJsonObject();
            try (Engine engine = Variant.open(name)) {
                check(engine, item);
            }
            cases++;
        }
        assertEquals(CASES, cases);
    }

    private static void check(Engine engine, JsonObject item) {
        String id = item.get("id").getAsString();
        Value a = engine.constant(Shared.rows(item.get("A")));
        Value b = engine.constant(Shape.of(3), Shared.numbers(item.get("b")));
        Variable w = engine.variable(Shape.of(3), Shared.numbers(item.get("w0")));
        Optimizer optimizer = optimizer(item.get("optimizer").getAsString(), item.getAsJsonObject("hyper"), List.of(w));
        for (JsonElement element : item.getAsJsonArray("steps")) {
            JsonObject step = element.getAsJsonObject();
            try (Scope scope = engine.scope()) {
                Value loss = w.matmul(a.matmul(w)).mul(0.5).sub(b.matmul(w));
                assertClose(id + " loss", step.get("loss"), loss.item());
                loss.backward();
                assertClose(id + " gradient", step.get("grad"), w.grad().data());
                optimizer.step();
                optimizer.zeroGrad();
            }
            assertClose(id + " step " + optimizer.steps() + " w", step.get("w"), w.data());
        }
    }

    private static void assertClose(String what, JsonElement expected, double... actual) {
        Close.assertClose(what, Shared.numbers(expected), actual, 1e-9, 1e-12);
    }
}
