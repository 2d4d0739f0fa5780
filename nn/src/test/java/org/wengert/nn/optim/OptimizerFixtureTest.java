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

/** Ten steps of every setting of the optimisers that exist here, on two quadratics {@code w'Aw/2 - b'w}. */
class OptimizerFixtureTest {
    private static final int CASES = 16;

    private static double hyper(JsonObject hyper, String name, double otherwise) {
        return hyper.has(name) ? hyper.get(name).getAsDouble() : otherwise;
    }

    private static Optimizer optimizer(String kind, JsonObject hyper, List<Variable> w) {
        double rate = hyper(hyper, "lr", Double.NaN);
        double decay = hyper(hyper, "weight_decay", 0);
        if (kind.startsWith("adam")) {
            double beta1 = hyper(hyper, "beta1", Double.NaN);
            double beta2 = hyper(hyper, "beta2", Double.NaN);
            Adam.Settings settings =
                    new Adam.Settings(beta1, beta2, hyper(hyper, "eps", Double.NaN), kind.contains("amsgrad"));
            return new Adam(rate, settings, Group.of(w).weightDecay(decay));
        }
        Sgd.Settings settings = new Sgd.Settings(
                hyper(hyper, "momentum", 0), hyper(hyper, "dampening", 0), kind.startsWith("nesterov"));
        return new Sgd(rate, settings, Group.of(w).weightDecay(decay));
    }

    private static boolean exists(String kind) {
        return List.of("sgd", "momentum", "nesterov", "adam").contains(kind.replaceAll("\\+.*", ""));
    }

    @EachVariant
    void everyStepOfEveryCase(String name) {
        int cases = 0;
        for (JsonElement element : Shared.fixture("optimizers.json").getAsJsonArray("cases")) {
            JsonObject item = element.getAsJsonObject();
            if (exists(item.get("optimizer").getAsString())) {
                try (Engine engine = Variant.open(name)) {
                    check(engine, item);
                }
                cases++;
            }
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
