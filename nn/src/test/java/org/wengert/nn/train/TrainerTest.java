package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Value;
import org.wengert.error.ClosedScopeException;
import org.wengert.error.ConfigurationException;
import org.wengert.error.NonFiniteException;
import org.wengert.nn.Activation;
import org.wengert.nn.Close;
import org.wengert.nn.EachEngine;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Parameters;
import org.wengert.nn.Randoms;
import org.wengert.nn.Reduction;
import org.wengert.nn.Refused;
import org.wengert.nn.Regularization;
import org.wengert.nn.data.BatchSource;
import org.wengert.nn.data.CsvSource;
import org.wengert.nn.data.CsvTable;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Moons;
import org.wengert.nn.data.Prefetched;
import org.wengert.nn.data.Preparation;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.SeedRegression;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.Schedule;
import org.wengert.nn.optim.Sgd;

class TrainerTest {
    private static Mlp mlp(Engine engine) {
        return Mlp.of(engine, 2, Activation.TANH, 4, 1).initialize(1);
    }

    private static Trainer trainer(Mlp model) {
        return new Trainer(model, Loss.HINGE, new Adam(model.variables(), 0.01));
    }

    /** Notes what it is told, in words. */
    private static final class Notes implements TrainingListener {
        final List<String> words = new ArrayList<>();

        @Override
        public void started(Progress p) {
            words.add("started " + p.step() + "/" + p.totalSteps());
        }

        @Override
        public void stepDone(Progress p) {
            words.add("step " + p.step() + " rate " + p.learningRate());
        }

        @Override
        public void epochDone(Progress p) {
            words.add("epoch " + p.epoch() + "/" + p.totalEpochs());
        }

        @Override
        public void ended(Progress p) {
            words.add("ended");
        }
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
    void aLossThatBecomesNaNStopsAndNamesTheStepAndTheOperation(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 1, Activation.LINEAR, 1).setParameters(1, 1);
            Optimizer sgd = new Sgd(model.variables(), 1);
            // Each step takes 1 from the bias alone; at the fourth, the logarithm is of -1.
            DataSet data = DataSet.numbers(new double[][] {{0}}, new double[][] {{0}});
            Loss failing = (y, t) -> y.sum().add(y.add(1).log().mul(0).sum());
            List<double[]> before = new ArrayList<>(List.of(model.parameters()));
            Trainer trainer = new Trainer(model, failing, sgd).epochs(9).listener(new TrainingListener() {
                @Override
                public void stepDone(Progress progress) {
                    before.add(model.parameters());
                }
            });

            Refused.with(
                    NonFiniteException.class,
                    "training: the loss is NaN at step 3, in epoch 3: the first that is not finite is the result of log"
                            + " in or behind 'layers.0', shape [1, 1]; variables are as before this step",
                    () -> trainer.fit(data));

            assertEquals(3, before.size());
            assertArrayEquals(before.get(2), model.parameters());
            assertArrayEquals(new double[2], model.gradients());
            assertEquals(2, sgd.steps());
        }
    }

    @EachEngine
    void aVariableThatIsNotFiniteIsNamed(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = mlp(engine);
            double[] parameters = model.parameters();
            parameters[16] = Double.POSITIVE_INFINITY;
            model.setParameters(parameters);

            Refused.with(
                    NonFiniteException.class,
                    "training: the loss is Infinity at step 1, in epoch 1: the first that is not finite is variable"
                            + " 'layers.1.bias' as an earlier step or the program left it, shape [1]; variables are as before this"
                            + " step",
                    () -> new Trainer(model, Loss.SUM_SQUARED_ERROR, new Sgd(model.variables(), 1))
                            .fit(Moons.of(5, 0.1, 1)));
        }
    }

    @EachEngine
    void aRunThatDivergesIsStoppedBeforeItsVariablesAreLost(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 3, Activation.RELU, 8, 1).initialize(1);
            Trainer trainer = new Trainer(model, Loss.SUM_SQUARED_ERROR, new Sgd(model.variables(), 1)).epochs(1000);

            assertThrows(NonFiniteException.class, () -> trainer.fit(SeedRegression.of(20, 1)));

            for (double parameter : model.parameters()) {
                assertTrue(Double.isFinite(parameter));
            }
        }
    }

    @EachEngine
    void anInterruptEndsTheRunBetweenStepsAndIsKept(String name) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = mlp(engine);
            Optimizer sgd = new Sgd(model.variables(), 0.1);
            History history = new Trainer(model, Loss.HINGE, sgd)
                    .epochs(10)
                    .batchSize(2)
                    .listener(new TrainingListener() {
                        @Override
                        public void stepDone(Progress progress) {
                            if (progress.step() == 4) {
                                Thread.currentThread().interrupt();
                            }
                        }
                    })
                    .fit(Moons.of(6, 0.1, 1));

            assertTrue(Thread.interrupted(), "the thread stays interrupted");
            assertTrue(history.interrupted());
            assertEquals(4, history.steps());
            assertEquals(1, history.epochLosses().size());
            assertEquals(4, sgd.steps());
        }
    }

    /** Trains until an interrupt in the middle of the fourth step, or until that step is done; gives the parameters. */
    private static double[] fourSteps(String name, boolean interrupted) {
        try (Engine engine = Engines.open(name)) {
            Mlp model = mlp(engine);
            int[] calls = {0};
            new Trainer(model, Loss.HINGE, new Sgd(model.variables(), 0.1))
                    .epochs(10)
                    .batchSize(2)
                    .regularization(variables -> {
                        if (++calls[0] == 4 && interrupted) {
                            Thread.currentThread().interrupt();
                        }
                        return variables.get(0).square().sum().mul(0.01);
                    })
                    .listener(new TrainingListener() {
                        @Override
                        public void stepDone(Progress progress) {
                            if (progress.step() == 4 && !interrupted) {
                                progress.stop();
                            }
                        }
                    })
                    .fit(Moons.of(6, 0.1, 1));
            assertEquals(interrupted, Thread.interrupted());
            return model.parameters();
        }
    }

    @EachEngine
    void anInterruptInTheMiddleOfAStepLetsItBeDone(String name) {
        assertArrayEquals(fourSteps(name, false), fourSteps(name, true));
    }

    @EachEngine
    void aListenerMayEndTheRun(String name) {
        try (Engine engine = Engines.open(name)) {
            Notes notes = new Notes();
            History history = trainer(mlp(engine))
                    .epochs(10)
                    .batchSize(3)
                    .listener(new TrainingListener() {
                        @Override
                        public void epochDone(Progress progress) {
                            if (progress.epoch() == 2) {
                                progress.stop();
                            }
                        }
                    })
                    .listener(notes)
                    .fit(Moons.of(6, 0.1, 1));

            assertEquals(4, history.steps());
            assertFalse(history.interrupted());
            assertEquals("ended", notes.words.get(notes.words.size() - 1));
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
    void microBatchesAddUpToTheBatch(String name) {
        for (Reduction reduction : Reduction.values()) {
            double[][] ends = new double[2][];
            double[] losses = new double[2];
            for (int run = 0; run < 2; run++) {
                try (Engine engine = Engines.open(name)) {
                    Mlp model = mlp(engine);
                    Trainer trainer = new Trainer(model, Loss.hinge(reduction), new Sgd(model.variables(), 0.01, 0.9))
                            .epochs(10)
                            .batchSize(20)
                            .shuffle(4)
                            .regularization(Regularization.l2(0.01));
                    if (run == 1) {
                        trainer.microBatchSize(6, reduction); // 6, 6, 6 and 2 of 20
                    }
                    losses[run] = trainer.fit(Moons.of(50, 0.1, 2)).lastEpochLoss();
                    ends[run] = model.parameters();
                }
            }
            Close.assertClose("loss", losses[0], losses[1], 1e-10, 0);
            for (int i = 0; i < ends[0].length; i++) {
                Close.assertClose("parameter " + i, ends[0][i], ends[1][i], 1e-9, 1e-12);
            }
        }
    }

    @EachEngine
    void aSourceGivesTheBitsOfTheSamplesInMemory(String name) {
        DataSet moons = Moons.of(50, 0.1, 2);
        List<double[]> ends = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            try (Engine engine = Engines.open(name)) {
                Mlp model = mlp(engine);
                Trainer trainer = trainer(model).epochs(4).batchSize(7);
                BatchSource source = BatchSource.shuffled(moons, 3);
                History history = run == 0
                        ? trainer.shuffle(3).fit(moons)
                        : trainer.fit(run == 1 ? source : Prefetched.of(source, 2));
                assertEquals(32, history.steps());
                ends.add(model.parameters());
            }
        }
        assertArrayEquals(ends.get(0), ends.get(1));
        assertArrayEquals(ends.get(0), ends.get(2));
    }

    @EachEngine
    void aSourceOfUnknownLengthNeedsABatchSizeAndHasAnOrderOfItsOwn(String name, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n2,4\n3,6\n");
        Preprocessing fitted = Preprocessing.fit(CsvTable.of(file).read(), Preparation.of("b"));
        BatchSource source = CsvSource.of(file, fitted);
        try (Engine engine = Engines.open(name)) {
            Mlp model = Mlp.of(engine, 1, Activation.LINEAR, 1).initialize(1);
            Trainer trainer = new Trainer(model, Loss.MEAN_SQUARED_ERROR, new Sgd(model.variables(), 0.01));
            Refused.with(
                    ConfigurationException.class,
                    "training: the batch size is missing: how many samples the source has is not known before it was read",
                    () -> trainer.fit(source));
            assertEquals(4, trainer.batchSize(2).epochs(2).fit(source).steps());
            Refused.with(
                    ConfigurationException.class,
                    "training: a source has an order of its own: it cannot be shuffled here; make one that shuffles",
                    () -> trainer.shuffle(1).fit(source));
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
