package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ArityException;
import org.wengert.error.ShapeException;

class ModelTest {
    private static final List<Activation> ALL_TANH = List.of(Activation.TANH, Activation.TANH, Activation.TANH);

    private static double[] numbers(int count, long seed) {
        RandomGenerator random = Randoms.seeded(seed);
        return random.doubles(count, -1, 1).toArray();
    }

    @EachEngine
    void m1M2M3ParameterCountsOfTheFoundingTexts(String name) {
        try (Engine engine = Engines.open(name)) {
            assertEquals(41, Mlp.of(engine, 3, ALL_TANH, 4, 4, 1).parameterCount());
            assertEquals(73, Mlp.of(engine, 3, Activation.TANH, 6, 6, 1).parameterCount());
            assertEquals(113, Mlp.of(engine, 3, Activation.TANH, 8, 8, 1).parameterCount());
            assertEquals(50, Mlp.of(engine, 3, Activation.TANH, 2, 4, 4, 2).parameterCount());
        }
    }

    @EachEngine
    void m2ALinearLastLayerMayLeaveTheRangeOfTanh(String name) {
        try (Engine engine = Engines.open(name)) {
            double[] parameters = new double[73];
            Arrays.fill(parameters, 1);
            Mlp model = Mlp.of(engine, 3, Activation.TANH, 6, 6, 1).setParameters(parameters);

            double y = model.forward(engine.constant(Shape.of(3), 2, 3, 4)).item();

            assertTrue(y > 6.9, "six saturated neurons and a bias, got " + y);
        }
    }

    @EachEngine
    void m12M13ShapesAndRangesOfUnseededOutputs(String name) {
        try (Engine engine = Engines.open(name)) {
            RandomGenerator random = Randoms.seeded(12);
            Value three = engine.constant(Shape.of(3), 2, 3, -1);

            Value neuron = Neuron.of(engine, 2, Activation.TANH)
                    .initialize(Initializer.UNIFORM, Initializer.UNIFORM, random)
                    .forward(engine.constant(Shape.of(2), 2, 3));
            assertEquals(Shape.SCALAR, neuron.shape());
            assertInside(neuron);

            Value layer = Layer.of(engine, 3, 3, Activation.TANH)
                    .initialize(Initializer.UNIFORM, Initializer.UNIFORM, random)
                    .forward(three);
            assertEquals(Shape.of(3), layer.shape());
            assertInside(layer);

            Value network = Mlp.of(engine, 3, ALL_TANH, 4, 4, 1)
                    .initialize(Initializer.UNIFORM, Initializer.UNIFORM, random)
                    .forward(three);
            assertEquals(Shape.of(1), network.shape());
            assertInside(network);
        }
    }

    private static void assertInside(Value outputs) {
        for (double y : outputs.data()) {
            assertTrue(Math.abs(y) < 1, "tanh gives numbers between -1 and 1, got " + y);
        }
    }

    @EachEngine
    void m21ABatchGivesTheSameBitsAsItsSamplesOneByOne(String name) {
        int batch = 13;
        int width = 17;
        try (Engine engine = Engines.open(name)) {
            for (Activation activation : Activation.table()) {
                Mlp model = Mlp.of(engine, width, activation, 19, 3).initialize(Initializer.UNIFORM, Randoms.seeded(1));
                double[] x = numbers(batch * width, 2);

                double[] together = model.forward(engine.constant(Shape.of(batch, width), x))
                        .data();

                for (int i = 0; i < batch; i++) {
                    double[] sample = Arrays.copyOfRange(x, i * width, (i + 1) * width);
                    double[] alone = model.forward(engine.constant(Shape.of(width), sample))
                            .data();
                    double[] expected = Arrays.copyOfRange(together, 3 * i, 3 * i + 3);
                    assertArrayEquals(expected, alone, activation + ", sample " + i);
                }
            }
        }
    }

    @EachEngine
    void m22ALayerGivesAListAlsoOfOneAndANetworkOfOneOutputANumberWhenAsked(String name) {
        try (Engine engine = Engines.open(name)) {
            Value one = engine.constant(Shape.of(3), 1, 2, 3);
            Value five = engine.constant(Shape.of(5, 3), numbers(15, 3));
            Layer layer = Layer.of(engine, 3, 1, Activation.TANH).initialize(1);
            Mlp network = Mlp.of(engine, 3, Activation.TANH, 4, 1).initialize(1);

            assertEquals(Shape.of(1), layer.forward(one).shape());
            assertEquals(Shape.of(5, 1), layer.forward(five).shape());
            assertEquals(Shape.SCALAR, network.forwardScalar(one).shape());
            assertEquals(Shape.of(5), network.forwardScalar(five).shape());
            assertEquals(network.forward(one).item(), network.forwardScalar(one).item());
        }
    }

    @EachEngine
    void aNetworkOfSeveralOutputsIsNoNumber(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp network = Mlp.of(engine, 3, Activation.TANH, 2);
            Value x = engine.constant(Shape.of(3), 1, 2, 3);
            Refused.with(
                    ShapeException.class,
                    "forwardScalar: the network must have one output: it has 2; use forward for all of them",
                    () -> network.forwardScalar(x));
        }
    }

    @EachEngine
    void b9InputsAreNeverDroppedInSilence(String name) {
        try (Engine engine = Engines.open(name)) {
            Neuron neuron = Neuron.of(engine, 2, Activation.TANH);
            Mlp network = Mlp.of(engine, 2, Activation.TANH, 4, 1);
            Value three = engine.constant(Shape.of(3), 1, 2, 3);
            Value batch = engine.constant(Shape.of(4, 3), new double[12]);

            Refused.with(
                    ArityException.class,
                    "neuron: wrong number of inputs: it takes 2, got 3 in shape [3]",
                    () -> neuron.forward(three));
            Refused.with(
                    ArityException.class,
                    "layers.0: wrong number of inputs: it takes 2, got 3 in shape [4, 3]",
                    () -> network.forward(batch));
            Refused.with(
                    ShapeException.class,
                    "layers.0: inputs must have shape [2] or [batch, 2]: they have []",
                    () -> network.forward(engine.constant(1)));
        }
    }

    @EachEngine
    void b10AnEmptyListOfLayersIsRefusedByName(String name) {
        try (Engine engine = Engines.open(name)) {
            Refused.with(
                    ModelException.class,
                    "mlp: no layers: the list of sizes is empty; name the size of each layer, the last one's the number"
                            + " of outputs",
                    () -> Mlp.of(engine, 2, Activation.TANH));
            Refused.with(
                    ModelException.class,
                    "mlp: outputs of layer 1 must be at least 1: got 0",
                    () -> Mlp.of(engine, 2, Activation.TANH, 3, 0));
            Refused.with(
                    ModelException.class,
                    "mlp: inputs must be at least 1: got 0",
                    () -> Mlp.of(engine, 0, Activation.TANH, 3));
            Refused.with(
                    ModelException.class,
                    "mlp: one activation a layer is needed: 2 layers, got 3 activations",
                    () -> Mlp.of(engine, 2, ALL_TANH, 3, 1));
        }
    }

    @EachEngine
    void variablesAreNamedAndLaidOutAsPyTorchDoes(String name) {
        try (Engine engine = Engines.open(name)) {
            List<Variable> variables = Mlp.of(engine, 3, Activation.RELU, 5, 2).variables();

            assertEquals(
                    List.of("layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias"),
                    variables.stream().map(Value::label).collect(Collectors.toList()));
            assertEquals(
                    List.of(Shape.of(5, 3), Shape.of(5), Shape.of(2, 5), Shape.of(2)),
                    variables.stream().map(Value::shape).collect(Collectors.toList()));
        }
    }

    @EachEngine
    void parametersAreSetNeuronByNeuronAndReadBack(String name) {
        try (Engine engine = Engines.open(name)) {
            double[] flat = {1, 2, 3, 4, 5, 6, 7, 8, 9};
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 2, 1).setParameters(flat);

            assertArrayEquals(
                    new double[] {1, 2, 4, 5}, model.variables().get(0).data());
            assertArrayEquals(new double[] {3, 6}, model.variables().get(1).data());
            assertArrayEquals(new double[] {7, 8}, model.variables().get(2).data());
            assertArrayEquals(new double[] {9}, model.variables().get(3).data());
            assertArrayEquals(flat, model.parameters());
            Refused.with(
                    ModelException.class,
                    "mlp: wrong number of parameters: it has 9, got 8",
                    () -> model.setParameters(new double[8]));
        }
    }

    @EachEngine
    void theBiasMayStandFirstInEverySumAlsoForASingleSample(String name) {
        try (Engine engine = Engines.open(name)) {
            // 1e16 + 1 is 1e16: only a sum that starts with the bias comes to 1.
            Layer layer = Layer.of(engine, 2, 1, Activation.LINEAR).setParameters(1, 1, 1e16);
            Neuron neuron = Neuron.of(engine, 2, Activation.LINEAR).setParameters(1, 1, 1e16);
            Value x = engine.constant(Shape.of(2), -1e16, 1);
            Value batch = engine.constant(Shape.of(2, 2), -1e16, 1, -1e16, 1);

            assertEquals(0, layer.forward(x).item());
            assertEquals(1, layer.biasFirst().forward(x).item());
            assertEquals(1, neuron.biasFirst().forward(x).item());
            assertArrayEquals(
                    new double[] {1, 1}, layer.biasFirst().forward(batch).data());
            assertArrayEquals(
                    new double[] {1, 1}, neuron.biasFirst().forward(batch).data());
        }
    }

    @EachEngine
    void bothOrdersOfSummationShareVariablesAndGradients(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp last = Mlp.of(engine, 3, Activation.TANH, 4, 1).initialize(5);
            Value x = engine.constant(Shape.of(6, 3), numbers(18, 4));

            last.forward(x).sum().backward();
            double[] expected = last.gradients();
            last.variables().forEach(Variable::zeroGrad);
            last.biasFirst().forward(x).sum().backward();

            Close.assertClose("gradient", expected, last.gradients(), 1e-13, 1e-15);
        }
    }
}
