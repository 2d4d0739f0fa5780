package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Value;
import org.wengert.error.ClosedScopeException;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Activation;
import org.wengert.nn.Close;
import org.wengert.nn.EachEngine;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Parameters;
import org.wengert.nn.Randoms;
import org.wengert.nn.Refused;
import org.wengert.nn.data.Moons;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Schedule;
import org.wengert.nn.optim.Sgd;

class TrainerTest {
    private static Mlp mlp(Engine engine) {
        return Mlp.of(engine, 2, Activation.TANH, 4, 1).initialize(1);
    }

    private static Trainer trainer(Mlp model) {
        return new Trainer(model, Loss.HINGE, new Adam(model.variables(), 0.01));
    }

    @EachEngine
    void listenersAreToldOfEveryStepAndEpochWithTheRateOfTheSchedule(String name) {
        try (Engine engine = Engines.open(name)) {
            Notes notes = new Notes();
            trainer(mlp(engine))
                    .epochs(2)
                    .batchSize(3)
                    .schedule(Schedule.linear(1, 0, 4))
                    .listener(notes)
                    .fit(Moons.of(5, 0.1, 1));

            assertEquals(
                    List.of(
                            "started 0/4",
                            "step 1 rate 1.0",
                            "step 2 rate 0.75",
                            "epoch 1/2",
                            "step 3 rate 0.5",
                            "step 4 rate 0.25",
                            "epoch 2/2",
                            "ended"),
                    notes.words);
        }
    }

    @EachEngine
    void anEpochsLossWeighsEachStepByItsSamples(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = mlp(engine);
            History history = new Trainer(model, Loss.HINGE, new Sgd(model.variables(), 0))
                    .batchSize(3)
                    .fit(Moons.of(5, 0.1, 1));

            double expected =
                    (3 * history.losses().get(0) + 2 * history.losses().get(1)) / 5;
            assertEquals(2, history.steps());
            assertEquals(expected, history.lastEpochLoss());
            assertEquals(Evaluation.of(model, Loss.HINGE, Moons.of(5, 0.1, 1)).loss(), expected, 1e-15);
        }
    }

    @EachEngine
    void aRunIsRepeatedBitForBit(String name) {
        double[][] runs = new double[2][];
        for (int run = 0; run < 2; run++) {
            try (Engine engine = Engines.open(name)) {
                Mlp model = mlp(engine);
                trainer(model).epochs(5).batchSize(7).shuffle(Randoms.seeded(3)).fit(Moons.of(40, 0.1, 2));
                runs[run] = model.parameters();
            }
        }
        assertArrayEquals(runs[0], runs[1]);
    }

    @Test
    void bothEnginesEndAtTheSameLoss() {
        double[] ends = new double[2];
        for (String name : List.of("scalar", "tape")) {
            try (Engine engine = Engines.open(name)) {
                Mlp model = Mlp.of(engine, 2, Activation.RELU, 16, 16, 1).initialize(1);
                ends[name.equals("tape") ? 1 : 0] = trainer(model)
                        .epochs(100)
                        .shuffle(Randoms.seeded(3))
                        .fit(Moons.of(100, 0.1, 2))
                        .lastEpochLoss();
            }
        }
        Close.assertClose("loss", ends[0], ends[1], 1e-9, 0);
    }

    @EachEngine
    void whatAStepRecordsIsForgottenAtItsEnd(String name) {
        try (Engine engine = Engines.open(name)) {
            List<Value> kept = new ArrayList<>();
            Mlp model = mlp(engine);
            Loss keeping = (y, t) -> {
                Value loss = Loss.HINGE.of(y, t);
                kept.add(loss);
                return loss;
            };
            new Trainer(model, keeping, new Sgd(model.variables(), 0.1)).fit(Moons.of(5, 0.1, 1));

            assertThrows(ClosedScopeException.class, () -> kept.get(0).item());
        }
    }

    @EachEngine
    void whatIsFrozenStaysAndGathersNoGradient(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = mlp(engine);
            Parameters parameters = Parameters.of(model).freeze("layers.0.*");
            double[] before = model.parameters();
            new Trainer(model, Loss.HINGE, new Sgd(parameters.trainable(), 0.1))
                    .epochs(3)
                    .fit(Moons.of(20, 0.1, 2));
            double[] after = model.parameters();
            for (int i = 0; i < before.length; i++) {
                assertEquals(i < 12, before[i] == after[i], "parameter " + i + " of the 12 frozen and 5 free ones");
            }
            assertArrayEquals(new double[17], model.gradients());
        }
    }

    @EachEngine
    void settingsThatCannotBeAreRefused(String name) {
        try (Engine engine = Engines.open(name)) {
            Trainer trainer = trainer(mlp(engine));
            Refused.with(
                    ConfigurationException.class,
                    "training: the epochs must be at least 1: got 0",
                    () -> trainer.epochs(0));
            Refused.with(
                    ConfigurationException.class,
                    "training: the batch size must be at least 1: got -3",
                    () -> trainer.batchSize(-3));
        }
    }
}
