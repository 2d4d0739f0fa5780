package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.wengert.nn.Refused;
import org.wengert.nn.Variant;
import org.wengert.nn.io.FileException;

class CheckpointsTest {
    @TempDir
    private Path folder;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    @EachVariant
    void aRunTakenUpEndsWithTheSameBitsWhereverItWasLeft(String variant) throws IOException {
        String expected = SavedRun.undisturbed(variant);
        for (long step : new long[] {1, 4, 6, 7, 8, 20, 41, 42}) {
            Path own = Files.createDirectory(folder.resolve("run" + step));
            try (Engine engine = Variant.open(variant)) {
                new SavedRun(engine, SavedRun.EPOCHS)
                        .trainer
                        .checkpoints(Checkpoints.in(own).everySteps(4))
                        .listener(SavedRun.stopAt(step))
                        .fit(SavedRun.data());
            }
            try (Engine engine = Variant.open(variant)) {
                assertEquals(expected, SavedRun.resumed(engine, own, step), "left after step " + step);
            }
        }
    }

    @Test
    void anInterruptedRunSavesItsLastStep() throws IOException {
        try (Engine engine = Engines.open("tape")) {
            History history = new SavedRun(engine, SavedRun.EPOCHS)
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
                SavedRun before = new SavedRun(first, SavedRun.EPOCHS);
                before.trainer
                        .checkpoints(Checkpoints.in(own))
                        .listener(SavedRun.stopAt(20))
                        .fit(SavedRun.data());
                SavedRun after = new SavedRun(second, SavedRun.EPOCHS);
                History history = after.trainer
                        .checkpoints(Checkpoints.in(own).resuming())
                        .fit(SavedRun.data());
                History expected = new SavedRun(alone, SavedRun.EPOCHS).trainer.fit(SavedRun.data());
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
            SavedRun.trainUntil(engine, folder, 20);
        }
        assertEquals(
                List.of("step-000000014.checkpoint", "step-000000016.checkpoint", "step-000000020.checkpoint"),
                files());
    }

    @EachEngine
    void oneThatIsDamagedIsPassedOverForTheOneBefore(String name) throws IOException {
        String expected = SavedRun.undisturbed(name);
        try (Engine engine = Engines.open(name)) {
            SavedRun.trainUntil(engine, folder, 20);
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
            assertEquals(expected, SavedRun.resumed(engine, folder, 16));
        }
    }

    @Test
    void whatADamagedOneLeavesBehindIsNotWhatIsKept() throws IOException {
        try (Engine engine = Engines.open("tape")) {
            SavedRun.trainUntil(engine, folder, 20);
            Files.write(folder.resolve("step-000000020.checkpoint"), new byte[9]);
            Files.write(folder.resolve(".step-000000024.checkpoint.77-0.tmp"), new byte[9]);
            new SavedRun(engine, SavedRun.EPOCHS)
                    .trainer
                    .checkpoints(Checkpoints.in(folder).everySteps(1).keep(1).resuming())
                    .listener(SavedRun.stopAt(18))
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
                    () -> new SavedRun(engine, SavedRun.EPOCHS)
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
                    () -> SavedRun.resumed(engine, folder, 0));
        }
    }
}
