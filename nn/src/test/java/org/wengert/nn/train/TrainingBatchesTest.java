package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Activation;
import org.wengert.nn.Close;
import org.wengert.nn.EachEngine;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
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
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Sgd;

/** Batches of a run: taken in parts, and from sources. */
class TrainingBatchesTest {
    private static Mlp mlp(Engine engine) {
        return Mlp.of(engine, 2, Activation.TANH, 4, 1).initialize(1);
    }

    private static Trainer trainer(Mlp model) {
        return new Trainer(model, Loss.HINGE, new Adam(model.variables(), 0.01));
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

    /** A part may have nothing but samples of a class that does not count. */
    @EachEngine
    void microBatchesOfAWeightedMeanAddUpToTheBatch(String name) {
        DataSet data = DataSet.classes(
                new double[][] {{1, 0}, {0, 1}, {1, 1}, {-1, 0}, {0, -1}, {2, 1}, {1, 2}}, 0, 1, 2, 2, 1, 2, 2);
        for (double smoothing : new double[] {0, 0.1}) {
            Loss loss =
                    Loss.crossEntropy(Reduction.MEAN).labelSmoothing(smoothing).classWeights(1, 3, 0);
            double[][] ends = new double[2][];
            double[] losses = new double[2];
            for (int run = 0; run < 2; run++) {
                try (Engine engine = Engines.open(name)) {
                    Mlp model = Mlp.of(engine, 2, Activation.TANH, 4, 3).initialize(1);
                    Trainer trainer = new Trainer(model, loss, new Sgd(model.variables(), 0.1)).epochs(5);
                    if (run == 1) {
                        trainer.microBatchSize(2, Reduction.MEAN); // 0 1, 2 2, 1 2 and 2
                    }
                    losses[run] = trainer.fit(data).lastEpochLoss();
                    ends[run] = model.parameters();
                }
            }
            Close.assertClose("loss", losses[0], losses[1], 1e-12, 0);
            Close.assertClose("parameters", ends[0], ends[1], 1e-10, 1e-13);
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
}
