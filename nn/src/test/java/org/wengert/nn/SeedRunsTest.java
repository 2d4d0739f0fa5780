package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.SeedRegression;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.Sgd;

/** Rows M4 to M9 and M14: runs of the founding texts, from their seeds, first weights and samples included. */
class SeedRunsTest {
    private static final double[] SAMPLE = {1, 2, 3};
    private static final int SEED = 42;
    private static final double RUN = 1e-12;
    private static final double ROUNDING = 1e-15;
    private static final int ULPS = 4;

    /** Up to here row M14 keeps its digits; after it, a last bit anywhere grows tenfold with every three epochs. */
    private static final int WELL_CONDITIONED = 30;

    private static final double ILL_CONDITIONED = 1e-8;

    private static JsonObject run(String id) {
        return Shared.fixture("seed_runs.json").getAsJsonObject(id);
    }

    /** A network whose weights and biases are NumPy's numbers of seed 42. */
    private static Mlp tanh(Engine engine, int inputs, int... sizes) {
        List<Activation> activations = Collections.nCopies(sizes.length, Activation.TANH);
        return Mlp.of(engine, inputs, activations, sizes)
                .initialize(Initializer.UNIFORM, Initializer.UNIFORM, Mt19937.numpy(SEED));
    }

    private static double[] losses(Mlp model, JsonObject run) {
        return losses(model, run, Shared.rows(run.get("inputs")), Shared.numbers(run.get("targets")));
    }

    private static double[] losses(Mlp model, JsonObject run, double[][] inputs, double... targets) {
        assertArrayEquals(Shared.numbers(run.get("w0")), model.parameters());
        Engine engine = model.engine();
        Optimizer sgd = new Sgd(model.variables(), run.get("lr").getAsDouble());
        double[] losses = new double[run.get("steps").getAsInt()];
        for (int step = 0; step < losses.length; step++) {
            try (Scope scope = engine.scope()) {
                Value target = engine.constant(Shape.of(inputs.length, model.outputs()), targets);
                Value loss = Loss.SUM_SQUARED_ERROR.of(model.forward(engine.constant(inputs)), target);
                losses[step] = loss.item();
                sgd.minimize(loss);
            }
        }
        return losses;
    }

    private static void assertRun(Mlp model, JsonObject run, double rtol) {
        double[] losses = losses(model, run);
        Close.assertClose("loss of step", Shared.numbers(run.get("loss")), losses, rtol, 0);
        Close.assertClose("parameter", Shared.numbers(run.get("w_final")), model.parameters(), rtol, rtol);
    }

    @EachVariant
    void m4NeuronLayerAndNetworkGiveThePrintedOutputs(String name) {
        try (Engine engine = Variant.open(name)) {
            Value x = engine.constant(Shape.of(3), SAMPLE);

            Neuron neuron = Neuron.of(engine, 3, Activation.TANH)
                    .initialize(Initializer.UNIFORM, Initializer.UNIFORM, Mt19937.numpy(SEED));
            Close.assertUlps(0.9962692876415993, neuron.forward(x).item(), ULPS);

            Layer layer = Layer.of(engine, 3, 4, Activation.TANH)
                    .initialize(Initializer.UNIFORM, Initializer.UNIFORM, Mt19937.numpy(SEED));
            double[] expected = {0.9962692876415993, -0.999306293140582, -0.7173445851089886, -0.9953234412172378};
            double[] outputs = layer.forward(x).data();
            assertEquals(4, outputs.length);
            for (int i = 0; i < 4; i++) {
                Close.assertUlps(expected[i], outputs[i], ULPS);
            }

            Mlp network = tanh(engine, 3, 2, 4, 4, 2);
            double[] y = network.forward(x).data();
            Close.assertUlps(-0.9157536075966881, y[0], ULPS);
            Close.assertUlps(-0.2499947804027186, y[1], ULPS);
        }
    }

    @EachVariant
    void m4BothOrdersOfSummationGiveTheSameOutputsToTheLastDigits(String name) {
        try (Engine engine = Variant.open(name)) {
            Value x = engine.constant(Shape.of(3), SAMPLE);
            Mlp last = tanh(engine, 3, 2, 4, 4, 2);
            Mlp first = last.biasFirst();

            double[] biasLast = last.forward(x).data();
            double[] biasFirst = first.forward(x).data();

            Close.assertClose("output", biasLast, biasFirst, 1e-14, 0);
        }
    }

    /** {@code (1e16 - 1e16) + 1} against {@code (1 + 1e16) - 1e16}, whether or not products are fused into the sum. */
    @EachVariant
    void b22TheOrderOfSummationIsTheOneAskedFor(String name) {
        try (Engine engine = Variant.open(name)) {
            Value x = engine.constant(Shape.of(2), 1, 1);
            Layer last = Layer.of(engine, 2, 1, Activation.LINEAR).setParameters(1e16, -1e16, 1);

            assertEquals(1, last.forward(x).item());
            assertEquals(0, last.biasFirst().forward(x).item());
        }
    }

    @EachVariant
    void m5TheSumOfSquaredErrorsOfTheNetwork(String name) {
        try (Engine engine = Variant.open(name)) {
            Mlp network = tanh(engine, 3, 2, 4, 4, 2);

            Value y = network.forward(engine.constant(Shape.of(3), SAMPLE));
            Value loss = Loss.SUM_SQUARED_ERROR.of(y, engine.constant(Shape.of(2), 1, -1));

            Close.assertClose("loss", 4.232619714442892, loss.item(), RUN, 0);
        }
    }

    @EachVariant
    void m6AHundredStepsOnOneSample(String name) {
        JsonObject run = run("seed003_single_100");
        try (Engine engine = Variant.open(name)) {
            Mlp model = tanh(engine, 3, 2, 4, 4, 2);
            double[] losses = losses(model, run);

            double[] named = {losses[0], losses[1], losses[10], losses[50], losses[99]};
            double[] expected = {
                4.232619714442892, 4.144857416642401, 3.303702508012995, 0.10041611880986612, 0.04402845586165595
            };
            Close.assertClose("named step", expected, named, RUN, 0);
            assertRun(tanh(engine, 3, 2, 4, 4, 2), run, RUN);
        }
    }

    @EachVariant
    void m7AThousandStepsOnFourSamples(String name) {
        JsonObject run = run("seed003_four_1000");
        try (Engine engine = Variant.open(name)) {
            Mlp model = tanh(engine, 3, 2, 4, 4, 2);

            assertRun(model, run, 1e-10);

            double[] outputs = model.forward(engine.constant(Shared.rows(run.get("inputs"))))
                    .data();
            double[] printed = {0.96127, -0.95758, -0.95358, 0.98258, 0.49503, 0.94306, -0.96956, -0.49782};
            Close.assertClose("output", printed, outputs, 0, 0.5e-5);
        }
    }

    @EachVariant
    void m8AndM9FiftyStepsOnTheBinarySet(String name) {
        JsonObject run = run("seed001_004_mlp_3_4_4_1_np42");
        try (Engine engine = Variant.open(name)) {
            Mlp model = tanh(engine, 3, 4, 4, 1).biasFirst();
            double[] losses = losses(model, run);

            double[] named = {losses[0], losses[1], losses[10], losses[19], losses[49]};
            double[] expected = {
                5.466021962407364, 2.419782711368648, 0.1255413405821456, 0.04909803525177462, 0.015221770788461743
            };
            Close.assertClose("named step", expected, named, RUN, 0);
            assertRun(tanh(engine, 3, 4, 4, 1).biasFirst(), run, RUN);
        }
    }

    @EachVariant
    void m14FiftyEpochsOfTheRegression(String name) {
        JsonObject run = run("seed002_regression_py42");
        try (Engine engine = Variant.open(name)) {
            List<Activation> activations = List.of(Activation.TANH, Activation.TANH, Activation.LINEAR);
            Mt19937 random = Mt19937.python(SEED);
            DataSet samples = SeedRegression.of(100, random);
            double[][] inputs = new double[samples.size()][];
            Arrays.setAll(inputs, samples::row);
            assertArrayEquals(Shared.rows(run.get("inputs")), inputs);
            Close.assertClose(
                    "target", Shared.numbers(run.get("targets")), samples.targetNumbers(), ROUNDING, ROUNDING);
            Mlp model = Mlp.of(engine, 3, activations, 8, 8, 1)
                    .initialize(Initializer.UNIFORM, Initializer.UNIFORM, random);
            double[] losses = losses(model, run, inputs, samples.targetNumbers());

            double[] named = {losses[0], losses[1], losses[10]};
            double[] expected = {1486.7950226466462, 329.04691457913714, 86.52028592682535};
            Close.assertClose("named step", expected, named, RUN, 0);
            double[] stored = Shared.numbers(run.get("loss"));
            for (int epoch = 0; epoch < stored.length; epoch++) {
                double rtol = epoch <= WELL_CONDITIONED ? RUN : ILL_CONDITIONED;
                Close.assertClose("loss of epoch " + epoch, stored[epoch], losses[epoch], rtol, 0);
            }
            Close.assertClose("last epoch", 39.22747176341254, losses[49], ILL_CONDITIONED, 0);
        }
    }
}
