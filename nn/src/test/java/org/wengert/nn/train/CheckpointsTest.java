package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.Close;
import org.wengert.nn.EachEngine;
import org.wengert.nn.EachVariant;
import org.wengert.nn.Randoms;
import org.wengert.nn.Refused;
import org.wengert.nn.Variant;
import org.wengert.nn.io.FileException;

class CheckpointsTest {
    private static final int EPOCHS = 6;

    @TempDir
    private Path folder;

    private static TrainingListener stopAt(long step) {
        return new TrainingListener() {
            @Override
            public void stepDone(Progress progress) {
                if (progress.step() == step) {
                    progress.stop();
                }
            }
        };
    }

    private String undisturbed(String variant) {
        try (Engine engine = Variant.open(variant)) {
            SavedRun run = new SavedRun(engine, EPOCHS);
            return run.bits(run.trainer.fit(SavedRun.data()));
        }
    }

    private void trainUntil(Engine engine, long step) {
        new SavedRun(engine, EPOCHS)
                .trainer
                .checkpoints(Checkpoints.in(folder).everySteps(4))
                .listener(stopAt(step))
                .fit(SavedRun.data());
    }

    /** The bits of a run that goes on after this step, and not from the beginning. */
    private static String resumed(Engine engine, Path folder, long after) {
        SavedRun run = new SavedRun(engine, EPOCHS);
        return run.bits(run.trainer
                .checkpoints(Checkpoints.in(folder).everySteps(4).resuming())
                .listener(new TrainingListener() {
                    @Override
                    public void started(Progress progress) {
                        assertEquals(after, progress.step());
                    }
                })
                .fit(SavedRun.data()));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    @EachVariant
    void aRunTakenUpEndsWithTheSameBitsWhereverItWasLeft(String variant) throws IOException {
        String expected = undisturbed(variant);
        for (long step : new long[] {1, 4, 6, 7, 8, 20, 41, 42}) {
            Path own = Files.createDirectory(folder.resolve("run" + step));
            try (Engine engine = Variant.open(variant)) {
                new SavedRun(engine, EPOCHS)
                        .trainer
                        .checkpoints(Checkpoints.in(own).everySteps(4))
                        .listener(stopAt(step))
                        .fit(SavedRun.data());
            }
            try (Engine engine = Variant.open(variant)) {
                assertEquals(expected, resumed(engine, own, step), "left after step " + step);
            }
        }
    }

    @Test
    void anInterruptedRunSavesItsLastStep() throws IOException {
        try (Engine engine = Engines.open("tape")) {
            History history = new SavedRun(engine, EPOCHS)
                    .trainer
                    .checkpoints(Checkpoints.in(folder))
                    .listener(new TrainingListener() {
                        @Override
                        public void stepDone(Progress progress) {
                            if (progress.step() == 9) {
                                Thread.currentThread().interrupt();
                            }
                        }
                    })
                    .fit(SavedRun.data());
            assertTrue(Thread.interrupted(), "the thread stays interrupted");
            assertTrue(history.interrupted());
        }
        assertEquals(List.of("step-000000007.checkpoint", "step-000000009.checkpoint"), files());
    }

    @Test
    void itGoesOnUnderAnotherEngine() {
        for (String[] pair : new String[][] {{"scalar", "tape"}, {"tape", "scalar"}}) {
            Path own = folder.resolve(pair[0]);
            try (Engine first = Engines.open(pair[0]);
                    Engine second = Engines.open(pair[1]);
                    Engine alone = Engines.open(pair[0])) {
                SavedRun before = new SavedRun(first, EPOCHS);
                before.trainer
                        .checkpoints(Checkpoints.in(own))
                        .listener(stopAt(20))
                        .fit(SavedRun.data());
                SavedRun after = new SavedRun(second, EPOCHS);
                History history = after.trainer
                        .checkpoints(Checkpoints.in(own).resuming())
                        .fit(SavedRun.data());
                History expected = new SavedRun(alone, EPOCHS).trainer.fit(SavedRun.data());
                assertEquals(expected.steps(), history.steps());
                for (int i = 0; i < expected.steps(); i++) {
                    Close.assertClose(
                            "loss " + i,
                            expected.losses().get(i),
                            history.losses().get(i),
                            1e-9,
                            1e-12);
                }
            }
        }
    }

    @EachEngine
    void aRunThatEarlyStoppingEndedStaysEnded(String name) {
        int[] steps = new int[2];
        for (int run = 0; run < 2; run++) {
            try (Engine engine = Engines.open(name)) {
                SavedRun saved = new SavedRun(engine, 30);
                steps[run] = saved.trainer
                        .listener(new EarlyStopping(Watched.TRAINING_LOSS, 1, 1))
                        .checkpoints(Checkpoints.in(folder).resuming())
                        .fit(SavedRun.data())
                        .steps();
            }
        }
        assertEquals(2 * SavedRun.STEPS_AN_EPOCH, steps[0], "no epoch is better by a whole 1 than the first");
        assertEquals(steps[0], steps[1]);
    }

    @Test
    void theNewestFewAreKept() throws IOException {
        try (Engine engine = Engines.open("tape")) {
            trainUntil(engine, 20);
        }
        assertEquals(
                List.of("step-000000014.checkpoint", "step-000000016.checkpoint", "step-000000020.checkpoint"),
                files());
    }

    @EachEngine
    void oneThatIsDamagedIsPassedOverForTheOneBefore(String name) throws IOException {
        String expected = undisturbed(name);
        try (Engine engine = Engines.open(name)) {
            trainUntil(engine, 20);
        }
        Path newest = folder.resolve("step-000000020.checkpoint");
        byte[] sound = Files.readAllBytes(newest);
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] flipped = sound.clone();
            int at = i < 100 ? i : random.nextInt(sound.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(newest, flipped);
            FileException refusal = assertThrows(FileException.class, () -> CheckpointFile.read(newest), "byte " + at);
            assertTrue(refusal.getMessage().contains(newest.toString()), refusal.getMessage());
        }
        for (int length : new int[] {0, 7, 8, 60, 120, 1000, sound.length - 1}) {
            Files.write(newest, Arrays.copyOf(sound, length));
            assertThrows(FileException.class, () -> CheckpointFile.read(newest), "cut to " + length);
        }
        try (Engine engine = Engines.open(name)) {
            assertEquals(expected, resumed(engine, folder, 16));
        }
    }

    @Test
    void whatADamagedOneLeavesBehindIsNotWhatIsKept() throws IOException {
        try (Engine engine = Engines.open("tape")) {
            trainUntil(engine, 20);
            Files.write(folder.resolve("step-000000020.checkpoint"), new byte[9]);
            Files.write(folder.resolve(".step-000000024.checkpoint.77-0.tmp"), new byte[9]);
            new SavedRun(engine, EPOCHS)
                    .trainer
                    .checkpoints(Checkpoints.in(folder).everySteps(1).keep(1).resuming())
                    .listener(stopAt(18))
                    .fit(SavedRun.data());
        }
        assertEquals(List.of("step-000000018.checkpoint", "step-000000020.checkpoint"), files());
    }

    @Test
    void aRunThatCouldNotBeTakenUpIsNotBegun() {
        try (Engine engine = Engines.open("tape")) {
            Refused.with(
                    ConfigurationException.class,
                    "checkpoint: two listeners of the run have one name: 'earlyStopping.VALIDATION_LOSS'; give each one of"
                            + " its own",
                    () -> new SavedRun(engine, EPOCHS)
                            .trainer
                            .listener(new EarlyStopping(Watched.VALIDATION_LOSS, 2, 0))
                            .checkpoints(Checkpoints.in(folder))
                            .fit(SavedRun.data()));
        }
    }

    @Test
    void whereNoneIsSoundNothingIsBegun() throws IOException {
        Path only = Files.write(folder.resolve("step-000000007.checkpoint"), new byte[50]);
        try (Engine engine = Engines.open("tape")) {
            Refused.with(
                    FileException.class,
                    "checkpoints: none is sound of 1 in " + folder + ": checkpoint: no checkpoint: " + only
                            + " has 50 bytes and does not begin as one; it is cut short or something else; delete them to"
                            + " begin anew",
                    () -> resumed(engine, folder, 0));
        }
    }

    @Test
    void aFolderInUseIsRefusedUnlessTheRunResumes() {
        try (Engine engine = Engines.open("tape")) {
            trainUntil(engine, 20);
            Refused.with(
                    ConfigurationException.class,
                    "checkpoints: the folder is in use: " + folder
                            + " holds step-000000020.checkpoint of an earlier run;"
                            + " resume it, or choose another folder",
                    () -> trainUntil(engine, 20));
        }
    }

    @Test
    void anotherRunIsNotTakenUp() {
        try (Engine engine = Engines.open("tape")) {
            trainUntil(engine, 20);
            SavedRun other = new SavedRun(engine, EPOCHS);
            double[] before = other.model.variables().get(0).data();
            Refused.with(
                    ConfigurationException.class,
                    "checkpoint: it is of another run: setting 'batchSize' was 16, is 8; set the run up as it was, or begin"
                            + " a new one elsewhere",
                    () -> other.trainer
                            .batchSize(8)
                            .checkpoints(Checkpoints.in(folder).resuming())
                            .fit(SavedRun.data()));
            Refused.with(
                    ConfigurationException.class,
                    "checkpoint: it is of another run: listener 'earlyStopping.TRAINING_LOSS' was absent, is there; set the"
                            + " run up as it was, or begin a new one elsewhere",
                    () -> new SavedRun(engine, EPOCHS)
                            .trainer
                            .listener(new EarlyStopping(Watched.TRAINING_LOSS, 1, 0))
                            .checkpoints(Checkpoints.in(folder).resuming())
                            .fit(SavedRun.data()));
            assertEquals(before[0], other.model.variables().get(0).data()[0], 0);
            Refused.with(
                    ConfigurationException.class,
                    "training: a run in the order of a generator's numbers cannot be taken up again, so it has no"
                            + " checkpoints: use shuffle(seed)",
                    () -> other.trainer.shuffle(Randoms.seeded(1)).fit(SavedRun.data()));
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

    /** A folder of the name that a checkpoint wants stands in for a disk that is full or must not be written on. */
    @EachEngine
    void oneThatCannotBeWrittenIsToldAndTheRunGoesOn(String name) throws IOException {
        Path blocked = Files.createDirectories(folder.resolve("step-000000008.checkpoint"));
        List<String> failures = new ArrayList<>();
        try (Engine engine = Engines.open(name)) {
            SavedRun run = new SavedRun(engine, 1);
            History history = run.trainer
                    .epochs(2)
                    .checkpoints(Checkpoints.in(folder).everySteps(4).keep(9))
                    .listener(new TrainingListener() {
                        @Override
                        public void checkpointFailed(Progress progress, FileException failure) {
                            failures.add(progress.step() + ": " + failure.getMessage());
                        }
                    })
                    .fit(SavedRun.data());
            assertEquals(14, history.steps());
        }
        assertEquals(
                List.of("8: checkpoint: cannot write " + blocked + ": it is a folder; what had the name before is as it"
                        + " was"),
                failures);
        assertEquals(
                List.of(
                        "step-000000004.checkpoint",
                        "step-000000007.checkpoint",
                        "step-000000008.checkpoint",
                        "step-000000012.checkpoint",
                        "step-000000014.checkpoint"),
                files());
        Path file = Files.writeString(folder.resolve("file"), "");
        try (Engine engine = Engines.open(name)) {
            SavedRun run = new SavedRun(engine, EPOCHS);
            List<Long> told = new ArrayList<>();
            run.trainer
                    .checkpoints(Checkpoints.in(file.resolve("below")))
                    .listener(new TrainingListener() {
                        @Override
                        public void checkpointFailed(Progress progress, FileException failure) {
                            told.add(progress.step());
                        }
                    })
                    .fit(SavedRun.data());
            assertEquals(List.of(7L, 14L, 21L, 28L, 35L, 42L, 42L), told, "the last is tried once more at the end");
        }
    }
}
