package org.wengert.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.error.ClosedEngineException;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Activation;
import org.wengert.nn.EachVariant;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Refused;
import org.wengert.nn.Variant;

class OptimizerStateTest {
    private static Mlp model(Engine engine) {
        return Mlp.of(engine, 3, Activation.TANH, 4, 1).initialize(5);
    }

    private static Adam adam(Mlp model) {
        return new Adam(
                0.05,
                Adam.Settings.USUAL.amsgrad(true),
                Group.of(model.variables().subList(0, 2)).weightDecay(0.01),
                Group.of(model.variables().subList(2, 4)));
    }

    private static void train(Mlp model, Optimizer optimizer, int steps) {
        Engine engine = model.engine();
        for (int step = 0; step < steps; step++) {
            try (Scope scope = engine.scope()) {
                Value x = engine.constant(Shape.of(2, 3), 1, 2, 3, -1, 0.5, 0.25);
                optimizer.minimize(Loss.SUM_SQUARED_ERROR.of(model.forward(x), engine.constant(Shape.of(2), 1, -1)));
            }
        }
    }

    @EachVariant
    void aRestoredOptimizerGoesOnWithTheSameBits(String name) {
        try (Engine engine = Variant.open(name);
                Engine other = Variant.open(name)) {
            Mlp undisturbed = model(engine);
            Adam whole = adam(undisturbed);
            train(undisturbed, whole, 7);
            whole.learningRate(0.02);
            OptimizerState saved = whole.snapshot();
            double[] parameters = undisturbed.parameters();
            train(undisturbed, whole, 5);

            Mlp resumed = model(other).setParameters(parameters);
            Adam rest = adam(resumed);
            rest.restore(saved);
            assertEquals(7, rest.steps());
            assertEquals(0.02, rest.learningRate());
            assertEquals(saved, rest.snapshot());
            train(resumed, rest, 5);

            assertArrayEquals(undisturbed.parameters(), resumed.parameters());
            assertEquals(whole.snapshot(), rest.snapshot());
        }
    }

    @EachVariant
    void aStateHoldsEverythingByName(String name) {
        try (Engine engine = Variant.open(name)) {
            Mlp model = model(engine);
            Sgd sgd = new Sgd(model.variables(), 0.5, 0.9);
            train(model, sgd, 3);

            OptimizerState saved = sgd.snapshot();

            assertEquals("sgd", saved.kind());
            assertEquals(3, saved.steps());
            assertEquals(0.5, saved.learningRate());
            assertEquals(
                    Set.of(
                            "layers.0.weight.momentum",
                            "layers.0.bias.momentum",
                            "layers.1.weight.momentum",
                            "layers.1.bias.momentum"),
                    saved.arrays().keySet());
            assertArrayEquals(sgd.state().get(2).data(), saved.arrays().get("layers.1.weight.momentum"));
            assertEquals("0.9", saved.settings().get("momentum"));
            assertEquals("4", saved.settings().get("groups.0.variables"));
        }
    }

    @EachVariant
    void aStateDoesNotChangeWithItsOptimizerNorWithWhatItTookInOrGaveOut(String name) {
        try (Engine engine = Variant.open(name)) {
            Mlp model = model(engine);
            Sgd sgd = new Sgd(model.variables(), 0.5, 0.9);
            OptimizerState saved = sgd.snapshot();

            train(model, sgd, 1);
            saved.arrays().values().forEach(numbers -> numbers[0] = 77);
            Map<String, double[]> given = new LinkedHashMap<>(saved.arrays());
            OptimizerState made = with(saved, given);
            given.values().forEach(numbers -> numbers[0] = 77);
            given.clear();

            assertEquals(new Sgd(model.variables(), 0.5, 0.9).snapshot(), saved);
            assertEquals(saved, made);
            assertNotEquals(sgd.snapshot(), saved);
        }
    }

    /** Two layers alone have variables of the same names: places tell them apart. */
    @EachVariant
    void variablesThatAreNotToldApartByLabelAreNamedByPlace(String name) {
        try (Engine engine = Variant.open(name)) {
            Sgd sgd = new Sgd(
                    List.of(engine.variable(1).label("w"), engine.variable(2).label("w"), engine.variable(3)),
                    0.1,
                    0.9);
            assertEquals(
                    Set.of("variables.0.momentum", "variables.1.momentum", "variables.2.momentum"),
                    sgd.snapshot().arrays().keySet());
        }
    }

    @EachVariant
    void aStateThatDoesNotFitIsRefusedAndNothingChanges(String name) {
        try (Engine engine = Variant.open(name)) {
            Mlp model = model(engine);
            Sgd sgd = new Sgd(model.variables(), 0.5, 0.9);
            train(model, sgd, 2);
            OptimizerState good = sgd.snapshot();
            train(model, sgd, 1);
            OptimizerState before = sgd.snapshot();

            refused(
                    sgd,
                    new Adam(model.variables(), 0.1).snapshot(),
                    "optimizer: the saved state is of another kind: 'adam', this is 'sgd'; make the optimiser that was"
                            + " saved");
            refused(
                    sgd,
                    new Sgd(0.5, Sgd.Settings.nesterov(0.8), Group.of(model.variables())).snapshot(),
                    "optimizer: saved with other settings: momentum was 0.8, is 0.9; nesterov was true, is false; to go"
                            + " on with the new ones, restore state.settings(optimizer.settings())");
            Map<String, double[]> arrays = new LinkedHashMap<>(good.arrays());
            double[] last = arrays.remove("layers.1.bias.momentum");
            refused(
                    sgd,
                    with(good, arrays),
                    "optimizer: the saved state has no array 'layers.1.bias.momentum': it has"
                            + " layers.0.weight.momentum, layers.0.bias.momentum, layers.1.weight.momentum; restore it"
                            + " into the optimiser of the same variables");
            arrays.put("layers.1.bias.momentum", new double[] {1, 2});
            refused(
                    sgd,
                    with(good, arrays),
                    "optimizer: the saved array 'layers.1.bias.momentum' has another length: 2 numbers, needed are 1");
            arrays.put("layers.1.bias.momentum", last);
            arrays.put("layers.2.bias.momentum", last);
            refused(
                    sgd,
                    with(good, arrays),
                    "optimizer: nothing here remembers the saved array 'layers.2.bias.momentum': this remembers"
                            + " layers.0.weight.momentum, layers.0.bias.momentum, layers.1.weight.momentum,"
                            + " layers.1.bias.momentum; restore it into the optimiser of the same variables");
            assertEquals(before, sgd.snapshot());
        }
    }

    private static OptimizerState with(OptimizerState state, Map<String, double[]> arrays) {
        return new OptimizerState(state.kind(), state.settings(), state.steps(), state.learningRate(), arrays);
    }

    private static void refused(Optimizer optimizer, OptimizerState state, String text) {
        Refused.with(ConfigurationException.class, text, () -> optimizer.restore(state));
    }

    @EachVariant
    void whoWantsOtherSettingsCanSaySo(String name) {
        try (Engine engine = Variant.open(name)) {
            Mlp model = model(engine);
            Sgd fast = new Sgd(model.variables(), 0.5, 0.9);
            train(model, fast, 2);
            Sgd slow = new Sgd(model.variables(), 0.5, 0.5);

            slow.restore(fast.snapshot().settings(slow.settings()));

            assertEquals(2, slow.steps());
            assertEquals(fast.snapshot().settings(slow.settings()), slow.snapshot());
        }
    }

    @Test
    void aStateMayGoOnOnTheOtherEngine() {
        try (Engine scalar = Engines.open("scalar");
                Engine tape = Engines.open("tape")) {
            Mlp first = model(scalar);
            Adam adam = adam(first);
            train(first, adam, 3);

            Adam second = adam(model(tape));
            second.restore(adam.snapshot());

            assertEquals(adam.snapshot(), second.snapshot());
        }
    }

    @Test
    void anEngineOfLowerPrecisionRoundsAndKeepsItsOwnExactly() {
        try (Engine wide = Engines.open("tape");
                Engine narrow = Engines.open("tape", Map.of("wengert.tape.precision", "float32"))) {
            Mlp first = model(wide);
            Adam adam = adam(first);
            train(first, adam, 3);
            Adam second = adam(model(narrow));

            second.restore(adam.snapshot());

            OptimizerState rounded = second.snapshot();
            adam.snapshot().arrays().forEach((name, numbers) -> {
                for (int i = 0; i < numbers.length; i++) {
                    assertEquals((float) numbers[i], rounded.arrays().get(name)[i]);
                }
            });
            Adam third = adam(model(narrow));
            third.restore(rounded);
            assertEquals(rounded, third.snapshot());
        }
    }

    @EachVariant
    void anEngineClosedBetweenStepsIsToldByItsName(String name) {
        Engine engine = Variant.open(name);
        Mlp model = model(engine);
        Adam adam = adam(model);
        train(model, adam, 1);
        OptimizerState saved = adam.snapshot();
        engine.close();

        for (Runnable call : List.<Runnable>of(adam::step, adam::zeroGrad, adam::snapshot, () -> adam.restore(saved))) {
            ClosedEngineException refusal = assertThrows(ClosedEngineException.class, call::run);
            assertTrue(refusal.getMessage().contains("the engine '" + engine.name() + "' is closed"));
        }
        assertEquals(1, adam.steps());
    }

    @Test
    void statesThatCannotBeAreRefused() {
        Refused.with(
                ConfigurationException.class,
                "optimizer: the saved steps must be at least 0: got -1",
                () -> new OptimizerState("sgd", Map.of(), -1, 0.1, Map.of()));
        Refused.with(
                ConfigurationException.class,
                "optimizer: the saved learning rate must be a finite number from 0: got NaN",
                () -> new OptimizerState("sgd", Map.of(), 0, Double.NaN, Map.of()));
    }
}
