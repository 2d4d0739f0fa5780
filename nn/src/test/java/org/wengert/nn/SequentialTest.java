package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ArityException;
import org.wengert.error.ForeignValueException;
import org.wengert.error.ShapeException;
import org.wengert.tck.Gradients;

class SequentialTest {
    private static final Blueprint EVERYTHING = Blueprint.Sequential.of(
            new Blueprint.Dense(3, 4, Activation.TANH),
            new Blueprint.BatchNorm1d(4, 1e-5, 0.1),
            new Blueprint.Residual(Blueprint.Sequential.of(
                    new Blueprint.LayerNorm(4, 1e-5), new Blueprint.Dense(4, 4, Activation.GELU))),
            new Blueprint.Dropout(0.25),
            new Blueprint.Dense(4, 2, Activation.LINEAR));

    private static List<String> labels(List<Variable> variables) {
        return variables.stream().map(Value::label).collect(Collectors.toList());
    }

    @Test
    void namesArePyTorchs() {
        try (Engine engine = Engines.open("scalar")) {
            Model model = EVERYTHING.build(engine);
            assertEquals(
                    List.of(
                            "layers.0.weight",
                            "layers.0.bias",
                            "layers.1.weight",
                            "layers.1.bias",
                            "layers.2.inner.layers.0.weight",
                            "layers.2.inner.layers.0.bias",
                            "layers.2.inner.layers.1.weight",
                            "layers.2.inner.layers.1.bias",
                            "layers.4.weight",
                            "layers.4.bias"),
                    labels(model.variables()));
            assertEquals(List.of("layers.1.running_mean", "layers.1.running_var"), labels(model.buffers()));
            assertEquals(EVERYTHING, model.blueprint());
            assertEquals(16 + 8 + 8 + 20 + 10, model.parameterCount());
            assertEquals(model.parameterCount(), EVERYTHING.parameterCount());
        }
    }

    @Test
    void aSummaryHasALineForEachLayer() {
        try (Engine engine = Engines.open("scalar")) {
            String expected = String.join(
                    System.lineSeparator(),
                    "layers.0                 dense 3 to 4, tanh         16",
                    "layers.1                 batch norm 4                8",
                    "layers.2                 residual: inputs added to",
                    "layers.2.inner.layers.0  layer norm 4                8",
                    "layers.2.inner.layers.1  dense 4 to 4, gelu         20",
                    "layers.3                 dropout 0.25                0",
                    "layers.4                 dense 4 to 2               10",
                    "in all                                              62",
                    "");
            assertEquals(expected, Summary.of(EVERYTHING.build(engine)));
        }
    }

    @EachVariant
    void computesLayerAfterLayerAndLearns(String variant) {
        try (Engine engine = Variant.open(variant)) {
            Model model = EVERYTHING.build(engine).initialize(Randoms.seeded(4));
            Variable x = engine.variable(
                    Shape.of(5, 3), Randoms.seeded(5).doubles(15, -1, 1).toArray());
            Value step = x;
            for (Model layer : ((Sequential) model).layers()) {
                step = layer.forward(step);
            }
            assertArrayEquals(step.data(), model.forward(x).data(), 0);
            Variable[] all = model.variables().toArray(Variable[]::new);
            // A pass of its own for each call: the same mask each time.
            Gradients.assertCorrect(() -> model.forward(x, Pass.training(Randoms.seeded(6))), all);
        }
    }

    @EachVariant
    void oneSeedGivesOneNetworkOnEveryEngine(String variant) {
        try (Engine engine = Variant.open(variant);
                Engine other = Engines.open("scalar")) {
            Model here = EVERYTHING.build(engine).initialize(Randoms.seeded(11));
            Model there = EVERYTHING.build(other).initialize(Randoms.seeded(11));
            for (int i = 0; i < here.variables().size(); i++) {
                assertArrayEquals(
                        there.variables().get(i).data(), here.variables().get(i).data(), 0);
            }
            double[] mlp =
                    Mlp.of(engine, 3, Activation.RELU, 5, 2).initialize(7).parameters();
            Sequential same = Sequential.of(
                            Layer.of(engine, 3, 5, Activation.RELU), Layer.of(engine, 5, 2, Activation.LINEAR))
                    .initialize(7);
            assertEquals(mlp[0], same.variables().get(0).data()[0], 0);
            assertEquals(Mlp.of(engine, 3, Activation.RELU, 5, 2).blueprint(), same.blueprint());
        }
    }

    @EachVariant
    void aLayerInTwoPlacesSharesItsVariables(String variant) {
        try (Engine engine = Variant.open(variant)) {
            Layer shared = Layer.of(engine, 3, 3, Activation.TANH).initialize(3);
            Sequential model = Sequential.of(shared, shared);
            assertEquals(List.of("layers.0.weight", "layers.0.bias"), labels(model.variables()));
            Variable[] all = model.variables().toArray(Variable[]::new);
            Gradients.assertCorrect(() -> model.forward(engine.constant(Shape.of(3), 0.5, -1, 2)), all);
            for (Sequential sharing : List.of(
                    model,
                    Sequential.of(Residual.of(shared), shared),
                    Sequential.of(Sequential.of(shared), Sequential.of(shared)),
                    Sequential.of(shared, shared.biasFirst()))) {
                ModelException refusal = assertThrows(ModelException.class, sharing::blueprint);
                assertTrue(refusal.getMessage().startsWith("blueprint: a layer stands in several places"));
            }
            Dropout dropout = Dropout.of(engine, 0.5);
            assertEquals(
                    3,
                    ((Blueprint.Sequential)
                                    Sequential.of(dropout, shared, dropout).blueprint())
                            .layers()
                            .size(),
                    "what has no variables may stand anywhere");
        }
    }

    @Test
    void refusals() {
        try (Engine engine = Engines.open("scalar");
                Engine other = Engines.open("scalar")) {
            Refused.with(ModelException.class, "sequential: no layers; give at least one", Sequential::of);
            Refused.with(
                    ForeignValueException.class,
                    "sequential: layers of two engines: layer 0 belongs to 'scalar', layer 1 to another 'scalar'; build"
                            + " all of them on one",
                    () -> Sequential.of(Dropout.of(engine, 0.1), Dropout.of(other, 0.1)));
            Refused.with(
                    ArityException.class,
                    "layers.0: wrong number of inputs: it takes 3, got 2 in shape [5, 2]",
                    () -> EVERYTHING.build(engine).forward(engine.constant(Shape.of(5, 2), new double[10])));
            Model narrowing = Residual.of(Layer.of(engine, 3, 2, Activation.LINEAR));
            Refused.with(
                    ShapeException.class,
                    "residual: the inner model must keep the shape: it made [2] of [3]; give it as many outputs as inputs",
                    () -> narrowing.forward(engine.constant(Shape.of(3), 1, 2, 3)));
            ModelException unknown = assertThrows(
                    ModelException.class,
                    () -> Neuron.of(engine, 2, Activation.TANH).blueprint());
            assertEquals(
                    "blueprint: a neuron alone is not saved or exported; use Layer.of(engine, 2, 1, ...) with the same"
                            + " parameters, which gives the same numbers as [1] or [batch, 1]",
                    unknown.getMessage());
            Model own = new Model() {
                @Override
                public Value forward(Value x) {
                    return x;
                }

                @Override
                public List<Variable> variables() {
                    return List.of();
                }

                @Override
                public Engine engine() {
                    return engine;
                }
            };
            Refused.with(
                    ModelException.class,
                    "blueprint: the model has none, so it cannot be described, saved as a model file or exported; override"
                            + " blueprint(), or keep its variables by name",
                    own::blueprint);
        }
    }

    @Test
    void parametersAreFrozenByName() {
        try (Engine engine = Engines.open("scalar")) {
            Model model = EVERYTHING.build(engine);
            Parameters parameters = Parameters.of(model);
            Parameters frozen = parameters.freeze("layers.0.*").freeze("*.inner.*.bias");
            assertEquals(
                    List.of(
                            "layers.1.weight",
                            "layers.1.bias",
                            "layers.2.inner.layers.0.weight",
                            "layers.2.inner.layers.1.weight",
                            "layers.4.weight",
                            "layers.4.bias"),
                    labels(frozen.trainable()));
            assertEquals(62, frozen.count());
            assertEquals(62 - 16 - 8, frozen.trainableCount());
            assertEquals(
                    List.of(true, false),
                    IntStream.of(0, 4)
                            .mapToObj(i -> frozen.isFrozen("layers." + i + ".bias"))
                            .collect(Collectors.toList()));
            assertEquals(10, parameters.trainable().size(), "the first is as it was");
            assertEquals(Shape.of(4, 3), parameters.get("layers.0.weight").shape());
            Refused.with(
                    ModelException.class,
                    "freeze: no parameter has the name 'layers.9.*': there are layers.0.weight, layers.0.bias,"
                            + " layers.4.weight, layers.4.bias",
                    () -> Parameters.of(Sequential.of(
                                    Layer.of(engine, 1, 1, Activation.TANH),
                                    Dropout.of(engine, 0),
                                    Dropout.of(engine, 0),
                                    Dropout.of(engine, 0),
                                    Layer.of(engine, 1, 1, Activation.TANH)))
                            .freeze("layers.9.*"));
            assertThrows(ModelException.class, () -> parameters.get("weight"));
        }
    }
}
