package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.Schedule;
import org.wengert.nn.optim.Sgd;
import org.wengert.nn.train.Evaluation;

/** Six training runs computed elsewhere, loss by loss. */
class TrainingFixtureTest {
    private static final JsonObject NONE = new JsonObject();

    private static JsonObject run(String id) {
        return Shared.item(Shared.fixture("training.json").getAsJsonArray("runs"), id);
    }

    private static Mlp model(Engine engine, JsonObject run) {
        int[] sizes = Shared.integers(run.get("sizes"));
        List<Activation> activations = new ArrayList<>();
        run.getAsJsonArray("activations").forEach(a -> activations.add(Activation.named(a.getAsString())));
        int[] outputs = java.util.Arrays.copyOfRange(sizes, 1, sizes.length);
        return Mlp.of(engine, sizes[0], activations, outputs).setParameters(flat(run.get("initial")));
    }

    /** Layers of weights by row and biases, as parameters neuron by neuron. */
    private static double[] flat(JsonElement layers) {
        JsonArray neurons = new JsonArray();
        for (JsonElement layer : layers.getAsJsonArray()) {
            JsonArray biases = layer.getAsJsonObject().getAsJsonArray("b");
            JsonArray rows = layer.getAsJsonObject().getAsJsonArray("W");
            for (int i = 0; i < rows.size(); i++) {
                neurons.add(rows.get(i));
                neurons.add(biases.get(i));
            }
        }
        return Shared.numbers(neurons);
    }

    private static void assertGradients(JsonObject run, Mlp model) {
        Close.assertClose("gradient", flat(run.get("first_gradients")), model.gradients(), 1e-8, 1e-10);
    }

    private static void assertParameters(JsonObject run, Mlp model) {
        Close.assertClose("parameter", flat(run.get("final")), model.parameters(), 1e-8, 1e-10);
    }

    private static void assertLoss(String what, double expected, double actual) {
        Close.assertClose(what, expected, actual, 1e-9, 1e-12);
    }

    private static void assertSquaredErrorRun(String id, String name) {
        JsonObject run = run(id);
        DataSet data = DataSet.numbers(Shared.rows(run.get("x")), Shared.rows(run.get("y")));
        double[] losses = Shared.numbers(run.get("losses"));
        int every = run.get("loss_every").getAsInt();
        try (Engine engine = Variant.open(name)) {
            Mlp model = model(engine, run);
            Optimizer sgd = new Sgd(
                    model.variables(),
                    run.getAsJsonObject("optimizer").get("lr").getAsDouble());
            for (int step = 0; step < run.get("steps").getAsInt(); step++) {
                double loss = step(model, Loss.SUM_SQUARED_ERROR, sgd, data.batch(), step == 0 ? run : NONE);
                if (step % every == 0) {
                    assertLoss("loss of step " + step, losses[step / every], loss);
                }
            }
            Evaluation end = Evaluation.of(model, Loss.SUM_SQUARED_ERROR, data);
            assertLoss("last loss", run.get("loss_after_last_step").getAsDouble(), end.loss());
            Close.assertClose("prediction", Shared.numbers(run.get("final_predictions")), end.outputs(), 1e-8, 1e-10);
            assertParameters(run, model);
        }
    }

    /** One step by hand, checking the gradients if this is the first of a run. */
    private static double step(Mlp model, Loss loss, Optimizer optimizer, Batch batch, JsonObject first) {
        Engine engine = model.engine();
        try (Scope scope = engine.scope()) {
            Value number = loss.of(model.forward(batch.inputs(engine)), batch.targets(engine));
            number.backward();
            if (first.has("first_gradients")) {
                assertGradients(first, model);
            }
            optimizer.step();
            optimizer.zeroGrad();
            return number.item();
        }
    }

    @EachVariant
    void runOneBinaryClasses(String name) {
        assertSquaredErrorRun("i-binary-4", name);
    }

    @EachVariant
    void runTwoTwoOutputs(String name) {
        assertSquaredErrorRun("ii-two-outputs", name);
    }

    @EachVariant
    void runThreeRegression(String name) {
        assertSquaredErrorRun("iii-regression-100", name);
    }

    @EachVariant
    void runFourMoons(String name) {
        JsonObject run = run("iv-moons");
        DataSet data = DataSet.signs(Shared.rows(run.get("x")), Shared.numbers(run.get("y")));
        double[] losses = Shared.numbers(run.get("losses"));
        double[] dataLosses = Shared.numbers(run.get("data_losses"));
        double[] accuracies = Shared.numbers(run.get("accuracies"));
        double[] rates = Shared.numbers(run.get("learning_rates"));
        Schedule schedule = Schedule.linear(1, 0.1, 100);
        try (Engine engine = Variant.open(name)) {
            Mlp model = model(engine, run);
            Optimizer sgd = new Sgd(model.variables(), 1);
            Loss withPrice = (y, t) -> Loss.HINGE.of(y, t).add(Regularization.l2(1e-4, model.variables()));
            for (int step = 0; step < losses.length; step++) {
                Close.assertClose("rate", rates[step], schedule.rate(step), 1e-15, 0);
                sgd.learningRate(schedule.rate(step));
                Evaluation before = Evaluation.of(model, Loss.HINGE, data);
                assertLoss("data loss of step " + step, dataLosses[step], before.loss());
                assertEquals(accuracies[step], before.metric(), "accuracy at step " + step);
                double loss = step(model, withPrice, sgd, data.batch(), step == 0 ? run : NONE);
                assertLoss("loss of step " + step, losses[step], loss);
            }
            double[] scores = Evaluation.outputs(model, data);
            Close.assertClose("score", Shared.numbers(run.get("final_scores")), scores, 1e-8, 1e-10);
            assertParameters(run, model);
        }
    }

    private static void assertTenClassRun(JsonObject run, Mlp model, Optimizer optimizer) {
        JsonObject shared =
                Shared.fixture("training.json").getAsJsonObject("data").getAsJsonObject("ten-class");
        DataSet data = DataSet.classes(Shared.rows(shared.get("x")), Shared.integers(shared.get("y")));
        double[] batchLosses = Shared.numbers(run.get("batch_losses"));
        double[] epochLosses = Shared.numbers(run.get("epoch_losses"));
        double[] accuracies = Shared.numbers(run.get("epoch_accuracies"));
        int step = 0;
        for (int epoch = 0; epoch < epochLosses.length; epoch++) {
            for (JsonElement batch : shared.getAsJsonArray("batches").get(epoch).getAsJsonArray()) {
                Batch samples = data.select(Shared.integers(batch)).batch();
                double loss = step(model, Loss.CROSS_ENTROPY, optimizer, samples, step == 0 ? run : NONE);
                assertLoss("loss of batch " + step, batchLosses[step], loss);
                step++;
            }
            Evaluation whole = Evaluation.of(model, Loss.CROSS_ENTROPY, data);
            assertLoss("loss of epoch " + epoch, epochLosses[epoch], whole.loss());
            assertEquals(accuracies[epoch], whole.metric(), "accuracy of epoch " + epoch);
        }
        assertEquals(batchLosses.length, step);
        assertParameters(run, model);
    }

    @EachVariant
    void runFiveTenClassesWithAdam(String name) {
        JsonObject run = run("v-ten-class-adam");
        try (Engine engine = Variant.open(name)) {
            Mlp model = model(engine, run);
            assertTenClassRun(run, model, new Adam(model.variables(), 0.001));
        }
    }

    @EachVariant
    void runFiveTenClassesWithMomentum(String name) {
        JsonObject run = run("v-ten-class-momentum");
        try (Engine engine = Variant.open(name)) {
            Mlp model = model(engine, run);
            assertTenClassRun(run, model, new Sgd(model.variables(), 0.05, 0.9));
        }
    }
}
