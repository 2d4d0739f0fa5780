package org.wengert.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.ClosedEngineException;
import org.wengert.error.ConfigurationException;
import org.wengert.error.ForeignValueException;
import org.wengert.error.NotScalarException;
import org.wengert.nn.Activation;
import org.wengert.nn.EachEngine;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Refused;

class OptimizerTest {
    @EachEngine
    void m19BackwardThenZeroThenUpdateLeavesAllParametersUnchanged(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 3, Activation.TANH, 4, 1).initialize(1);
            double[] before = model.parameters();
            Optimizer sgd = new Sgd(model.variables(), 0.05);

            Value loss = Loss.SUM_SQUARED_ERROR.of(
                    model.forward(engine.constant(Shape.of(3), 1, 2, 3)), engine.constant(Shape.of(1), 1));
            loss.backward();
            sgd.zeroGrad();
            sgd.step();

            assertArrayEquals(before, model.parameters());
        }
    }

    @EachEngine
    void m19MinimizeGoesBackwardUpdatesAndZeroes(String name) {
        try (Engine engine = Engines.open(name)) {
            Variable w = engine.variable(3);
            Optimizer sgd = new Sgd(List.of(w), 0.25);

            sgd.minimize(w.square());

            assertEquals(3 - 0.25 * 6, w.item());
            assertEquals(0, w.grad().item());
            assertEquals(1, sgd.steps());
        }
    }

    @EachEngine
    void m20WithoutZeroingAStepUsesTheSumOfAllGradientsSoFar(String name) {
        try (Engine engine = Engines.open(name)) {
            Variable w = engine.variable(100);
            Optimizer sgd = new Sgd(List.of(w), 1);
            double[] expected = {100 - 3, 100 - 3 - 6, 100 - 3 - 6 - 9};
            for (double next : expected) {
                try (Scope step = engine.scope()) {
                    w.mul(3).backward();
                    sgd.step();
                }
                assertEquals(next, w.item());
            }
        }
    }

    @EachEngine
    void everyGradientIsTakenBeforeAnyVariableMoves(String name) {
        try (Engine engine = Engines.open(name)) {
            Variable a = engine.variable(2);
            Variable b = engine.variable(5);

            new Sgd(List.of(a, b), 0.5).minimize(a.mul(b));

            assertEquals(2 - 0.5 * 5, a.item());
            assertEquals(5 - 0.5 * 2, b.item());
        }
    }

    @EachEngine
    void whatAnOptimizerRemembersIsNamed(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 1);
            assertEquals(
                    List.of("layers.0.weight.m", "layers.0.weight.v", "layers.0.bias.m", "layers.0.bias.v"),
                    new Adam(model.variables(), 0.1)
                            .state().stream().map(Value::label).collect(Collectors.toList()));
            assertEquals(List.of(), new Sgd(model.variables(), 0.1).state());
        }
    }

    @EachEngine
    void aLossThatIsNoSingleNumberMovesNothing(String name) {
        try (Engine engine = Engines.open(name)) {
            Variable w = engine.variable(Shape.of(2), 1, 2);
            Optimizer adam = new Adam(List.of(w), 0.1);

            assertThrows(NotScalarException.class, () -> adam.minimize(w.square()));

            assertArrayEquals(new double[] {1, 2}, w.data());
            assertEquals(0, adam.steps());
        }
    }

    @EachEngine
    void learningRatesThatAreNoneAreRefused(String name) {
        try (Engine engine = Engines.open(name)) {
            List<Variable> w = List.of(engine.variable(1));
            Optimizer adam = new Adam(w, 0.1);
            String text = "optimizer: the learning rate must be a finite number from 0: got ";
            Refused.with(ConfigurationException.class, text + "NaN", () -> new Sgd(w, Double.NaN));
            Refused.with(ConfigurationException.class, text + "-0.1", () -> new Adam(w, -0.1));
            Refused.with(
                    ConfigurationException.class, text + "Infinity", () -> adam.learningRate(Double.POSITIVE_INFINITY));
            assertEquals(0.1, adam.learningRate());
        }
    }

    @EachEngine
    void otherSettingsOutOfRangeAreRefused(String name) {
        try (Engine engine = Engines.open(name)) {
            List<Variable> w = List.of(engine.variable(1));
            Refused.with(
                    ConfigurationException.class,
                    "optimizer: the momentum must be a finite number from 0: got -1.0",
                    () -> new Sgd(w, 0.1, -1));
            Refused.with(
                    ConfigurationException.class,
                    "optimizer: the dampening must be at least 0 and below 1: got 2.0",
                    () -> new Sgd.Settings(0.9, 2, false));
            Refused.with(
                    ConfigurationException.class,
                    "optimizer: Nesterov's form needs momentum: got momentum 0",
                    () -> Sgd.Settings.nesterov(0));
            Refused.with(
                    ConfigurationException.class,
                    "optimizer: the beta2 must be at least 0 and below 1: got 1.0",
                    () -> Adam.Settings.USUAL.betas(0.9, 1));
            Refused.with(
                    ConfigurationException.class,
                    "optimizer: no variables: the list is empty",
                    () -> new Sgd(List.of(), 0.1));
        }
    }

    @EachEngine
    void variablesOfAClosedEngineAreRefused(String name) {
        Engine engine = Engines.open(name);
        List<Variable> w = List.of(engine.variable(1));
        Optimizer sgd = new Sgd(w, 0.1);
        engine.close();

        Refused.with(
                ClosedEngineException.class,
                "optimizer: the engine '" + name + "' is closed; open one for as long as its variables are used",
                () -> new Adam(w, 0.1));
        Refused.with(
                ClosedEngineException.class,
                "update: the engine '" + name + "' is closed: open one for as long as its values are used",
                sgd::step);
    }

    @Test
    void variablesOfTwoEnginesAreRefused() {
        try (Engine scalar = Engines.open("scalar");
                Engine tape = Engines.open("tape")) {
            Variable a = scalar.variable(1).label("a");
            Variable b = tape.variable(1).label("b");
            Refused.with(
                    ForeignValueException.class,
                    "optimizer: variables of two engines: 'a' of 'scalar' and 'b' of 'tape'; use an optimiser for each",
                    () -> new Sgd(List.of(a, b), 0.1));
        }
    }
}
