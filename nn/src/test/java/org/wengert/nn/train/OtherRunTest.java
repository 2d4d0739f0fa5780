package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Randoms;
import org.wengert.nn.Reduction;
import org.wengert.nn.Refused;
import org.wengert.nn.Regularization;
import org.wengert.nn.data.BatchSource;
import org.wengert.nn.data.CsvSource;
import org.wengert.nn.data.CsvTable;
import org.wengert.nn.data.DataException;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Moons;
import org.wengert.nn.data.Prefetched;
import org.wengert.nn.data.Preparation;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.io.FileException;
import org.wengert.nn.optim.Schedule;
import org.wengert.nn.optim.Sgd;

/** A checkpoint is taken up by the run that it is of, and by no other, which is told what differs. */
class OtherRunTest {
    private static final String WAY_OUT = "; set the run up as it was, or begin a new one elsewhere";

    @TempDir
    private Path folder;

    private Engine engine;

    @BeforeEach
    void open() {
        engine = Engines.open("tape");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void refused(String difference, Consumer<Trainer> change, DataSet data) {
        SavedRun other = new SavedRun(engine, SavedRun.EPOCHS);
        double[] before = other.model.variables().get(0).data();
        change.accept(other.trainer);
        Refused.with(
                ConfigurationException.class,
                "checkpoint: it is of another run: " + difference + WAY_OUT,
                () -> other.trainer
                        .checkpoints(Checkpoints.in(folder).resuming())
                        .fit(data));
        assertArrayEquals(before, other.model.variables().get(0).data());
    }

    private void refused(String difference, Consumer<Trainer> change) {
        refused(difference, change, SavedRun.data());
    }

    private static String fingerprint(DataSet data) {
        return BatchSource.of(data).identity().get("data");
    }

    @Test
    void anotherRunIsNotTakenUp() {
        SavedRun.trainUntil(engine, folder, 20);

        refused("setting 'batchSize' was 16, is 8", trainer -> trainer.batchSize(8));
        refused(
                "setting 'microBatchSize' was 16, is 5, losses reduced by MEAN",
                trainer -> trainer.microBatchSize(5, Reduction.MEAN));
        refused("setting 'order' was shuffled by seed 5, is shuffled by seed 6", trainer -> trainer.shuffle(6));
        refused("setting 'seed' was 6, is 7", trainer -> trainer.seed(7));
        refused(
                "setting 'schedule' was linear(0.01, 0.001, 42), is cosine(0.01, 0.001, 42)",
                trainer -> trainer.schedule(Schedule.cosine(0.01, 0.001, 42)));
        refused(
                "setting 'regularization' was none, is (l1 0.1 + l2 0.2) of *.weight",
                trainer ->
                        trainer.regularization(Regularization.elastic(0.1, 0.2).named("*.weight")));
        DataSet validation = Moons.of(40, 0.2, 3);
        refused(
                "setting 'validation' was " + fingerprint(Moons.of(40, 0.2, 2)) + ", is " + fingerprint(validation),
                trainer -> trainer.validation(validation));
        refused(
                "listener 'earlyStopping.TRAINING_LOSS' was absent, is there",
                trainer -> trainer.listener(new EarlyStopping(Watched.TRAINING_LOSS, 1, 0)));
    }

    @Test
    void otherSamplesAreNoticedWhereThereAreAsMany() {
        SavedRun.trainUntil(engine, folder, 20);
        DataSet other = Moons.of(100, 0.2, 2);

        refused(
                "setting 'data' was " + fingerprint(SavedRun.data()) + ", is " + fingerprint(other),
                trainer -> {},
                other);
    }

    @Test
    void anotherLossIsNoticed() {
        DataSet moons = Moons.of(20, 0.1, 1);
        Loss[] losses = {
            Loss.hinge(Reduction.MEAN),
            Loss.hinge(Reduction.SUM),
            Loss.squaredError(Reduction.MEAN),
            Loss.huber(1, Reduction.MEAN),
            Loss.huber(2, Reduction.MEAN),
            (y, t) -> y.sub(t).square().sum()
        };
        String[] names = {
            "hinge, MEAN",
            "hinge, SUM",
            "squaredError, MEAN",
            "huber of delta 1.0, MEAN",
            "huber of delta 2.0, MEAN",
            "one's own"
        };
        for (int i = 1; i < losses.length; i++) {
            Path own = folder.resolve("run" + i);
            trainer(losses[i - 1]).checkpoints(Checkpoints.in(own)).fit(moons);
            Trainer other = trainer(losses[i]).checkpoints(Checkpoints.in(own).resuming());
            Refused.with(
                    ConfigurationException.class,
                    "checkpoint: it is of another run: setting 'loss' was " + names[i - 1] + ", is " + names[i]
                            + WAY_OUT,
                    () -> other.fit(moons));
        }
    }

    private Trainer trainer(Loss loss) {
        Mlp model = Mlp.of(engine, 2, Activation.TANH, 1).initialize(1);
        return new Trainer(model, loss, new Sgd(model.variables(), 0.01)).batchSize(5);
    }

    @Test
    void aFileThatHasChangedIsNoticed() throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), "a,b,c\n1,2,0\n2,4,1\n3,6,5\n");
        Preprocessing fitted = Preprocessing.fit(CsvTable.of(file).read(), Preparation.of("c"));
        BatchSource source = Prefetched.of(CsvSource.of(file, fitted).shuffled(4, 2), 1);
        Path own = folder.resolve("run");
        trainer(Loss.MEAN_SQUARED_ERROR).checkpoints(Checkpoints.in(own)).fit(source);
        String before = source.identity().get("data");
        Checkpoints again = Checkpoints.in(own).resuming();
        assertEquals(
                2,
                trainer(Loss.MEAN_SQUARED_ERROR)
                        .epochs(2)
                        .checkpoints(again)
                        .fit(source)
                        .steps());
        Refused.with(
                ConfigurationException.class,
                "checkpoint: it is of another run: setting 'order' was shuffled by seed 4 within 2 samples, is as the"
                        + " file stands" + WAY_OUT,
                () -> trainer(Loss.MEAN_SQUARED_ERROR).checkpoints(again).fit(CsvSource.of(file, fitted)));

        Files.writeString(file, "a,b,c\n1,2,0\n2,4,1\n3,6,6\n");

        String after = source.identity().get("data");
        Refused.with(
                ConfigurationException.class,
                "checkpoint: it is of another run: setting 'data' was " + before + ", is " + after + WAY_OUT,
                () -> trainer(Loss.MEAN_SQUARED_ERROR).checkpoints(again).fit(source));
    }

    @Test
    void anOrderThatNobodyFindsAgainIsRefusedCheckpoints() {
        DataSet moons = Moons.of(20, 0.1, 1);
        Refused.with(
                ConfigurationException.class,
                "training: a run in the order of a generator's numbers cannot be taken up again, so it has no"
                        + " checkpoints; use shuffle(seed)",
                () -> trainer(Loss.HINGE)
                        .shuffle(Randoms.seeded(1))
                        .checkpoints(Checkpoints.in(folder))
                        .fit(moons));
        BatchSource drawn = BatchSource.shuffled(moons, Randoms.seeded(1));
        for (BatchSource source : new BatchSource[] {drawn, Prefetched.of(drawn, 1)}) {
            Refused.with(
                    DataException.class,
                    "batches: a pass cannot be had again: its order was drawn from a generator, and nobody knows where that"
                            + " stood; use BatchSource.shuffled(data, seed)",
                    () -> trainer(Loss.HINGE)
                            .checkpoints(Checkpoints.in(folder))
                            .fit(source));
        }
        assertEquals(4, trainer(Loss.HINGE).fit(drawn).steps(), "without checkpoints it runs");
    }

    /** An earlier format did not say what the data and the loss were. */
    @Test
    void oneOfAnEarlierFormatIsRefusedByName() {
        SavedRun.trainUntil(engine, folder, 7);
        Path file = folder.resolve("step-000000007.checkpoint");
        Checkpoint saved = CheckpointFile.read(file);
        CheckpointFile.write(file, saved, "wengert-checkpoint-1");

        Refused.with(
                FileException.class,
                "checkpoint: another version: " + file + " is of format wengert-checkpoint-1, read is"
                        + " wengert-checkpoint-2; end the run with the version that began it",
                () -> CheckpointFile.read(file));
    }

    @Test
    void aFolderInUseIsRefusedUnlessTheRunResumes() {
        SavedRun.trainUntil(engine, folder, 20);
        Refused.with(
                ConfigurationException.class,
                "checkpoints: the folder is in use: " + folder
                        + " holds step-000000020.checkpoint of an earlier run;"
                        + " resume it, or choose another folder",
                () -> SavedRun.trainUntil(engine, folder, 20));
    }

    @Test
    void countsThatCannotBeAreRefused() {
        Refused.with(
                ConfigurationException.class,
                "checkpoints: the number of steps between checkpoints must be at least 1: got 0",
                () -> Checkpoints.in(folder).everySteps(0));
        Refused.with(
                ConfigurationException.class,
                "checkpoints: the number of checkpoints kept must be at least 1: got 0",
                () -> Checkpoints.in(folder).keep(0));
    }
}
