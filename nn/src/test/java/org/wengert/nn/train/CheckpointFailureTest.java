package org.wengert.nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.EachEngine;
import org.wengert.nn.io.FileException;
import org.wengert.tck.ChildJvm;

/** A checkpoint that cannot be written is told; training goes on, and those written before are still there. */
class CheckpointFailureTest {
    private static final String VECTORS = "--add-modules=jdk.incubator.vector";
    private static final int BLOCK = 512;
    /** Its data are a file too, of more bytes than the limit of the test. */
    private static final String NO_PERFORMANCE_DATA = "-XX:-UsePerfData";

    @TempDir
    private Path folder;

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
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
                files(folder));
        Path file = Files.writeString(folder.resolve("file"), "");
        try (Engine engine = Engines.open(name)) {
            SavedRun run = new SavedRun(engine, SavedRun.EPOCHS);
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

    /** A limit on the size of files refuses to write in the middle of one, as a full disk does. */
    @Test
    void whereThereIsNoRoomLeftTheEarlierOnesServe() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "limits are a shell's");
        int epochs = 30; // a checkpoint grows with the history, by more than a block in all
        Path full = folder.resolve("full");
        long blocks = size(70, epochs) / BLOCK + 1;
        List<String> limited = List.of("/bin/sh", "-c", "ulimit -f " + blocks + "; exec \"$0\" \"$@\"");
        List<String> arguments = List.of("tape", full.toString(), Integer.toString(epochs));

        List<String> lines = lines(limited, arguments, VECTORS, NO_PERFORMANCE_DATA);

        List<String> failures = failures(lines);
        assertTrue(failures.size() > 1, lines.toString());
        failures.forEach(failure -> assertTrue(
                failure.matches(
                        "failed [0-9]+: checkpoint: cannot write .*: File too large; what had the name before is"
                                + " as it was"),
                failure));
        assertEquals("steps " + epochs * SavedRun.STEPS_AN_EPOCH, lines.get(lines.size() - 1));
        theEarlierOnesServe(full, epochs);
    }

    /** Of the checkpoint after a step. */
    private long size(long step, int epochs) throws IOException {
        Path measured = folder.resolve("measured");
        try (Engine engine = Engines.open("tape")) {
            new SavedRun(engine, epochs)
                    .trainer
                    .checkpoints(Checkpoints.in(measured))
                    .listener(SavedRun.stopAt(step))
                    .fit(SavedRun.data());
        }
        return Files.size(measured.resolve(String.format("step-%09d.checkpoint", step)));
    }

    @Test
    void whereTheFolderIsReadOnlyTheEarlierOnesServe() throws Exception {
        Path readOnly = Files.createDirectory(folder.resolve("readOnly"));
        List<String> arguments = List.of("tape", readOnly.toString(), Integer.toString(SavedRun.EPOCHS), "14");
        List<String> powerless = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");
        boolean root = "root".equals(System.getProperty("user.name"));
        assumeTrue(!root || works(powerless), "to root nothing is read-only, and setpriv is not there to change that");
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "folders have no permissions");

        List<String> lines;
        try {
            lines = lines(root ? powerless : List.of(), arguments, VECTORS);
        } finally {
            assertTrue(readOnly.toFile().setWritable(true));
        }

        assertEquals(
                Stream.of(16, 20, 21, 24, 28, 28, 32, 35, 36, 40, 42, 42)
                        .map(step -> "failed " + step + ": checkpoint: cannot write "
                                + readOnly.resolve(String.format("step-%09d.checkpoint", step))
                                + ": access denied; what had the name before is as it was")
                        .collect(Collectors.toList()),
                failures(lines));
        assertEquals("steps 42", lines.get(lines.size() - 1));
        assertEquals(
                List.of("step-000000008.checkpoint", "step-000000012.checkpoint", "step-000000014.checkpoint"),
                files(readOnly));
        theEarlierOnesServe(readOnly, SavedRun.EPOCHS);
    }

    private static boolean works(List<String> command) throws InterruptedException {
        try {
            return Stream.concat(command.stream(), Stream.of("true"))
                            .collect(Collectors.collectingAndThen(Collectors.toList(), ProcessBuilder::new))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> lines(List<String> starter, List<String> arguments, String... options)
            throws Exception {
        ProcessBuilder builder = ChildJvm.prepare(FailingRun.class, arguments, options);
        builder.command().addAll(0, starter);
        Process process = builder.start();
        try (BufferedReader output =
                process.inputReader(StandardCharsets.UTF_8)) { // a pipe has no limit, as a file has
            List<String> lines = output.lines().collect(Collectors.toList());
            assertEquals(0, process.waitFor(), () -> String.join("\n", lines));
            return lines;
        }
    }

    private static List<String> failures(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("failed ")).collect(Collectors.toList());
    }

    /** The newest that is there is sound, and the run ends from it as if nothing had been. */
    private static void theEarlierOnesServe(Path folder, int epochs) throws IOException {
        List<String> files = files(folder);
        assertTrue(
                !files.isEmpty() && files.stream().allMatch(name -> name.matches("step-[0-9]{9}\\.checkpoint")),
                files.toString());
        long newest = Long.parseLong(files.get(files.size() - 1).substring(5, 14));
        assertTrue(newest < (long) epochs * SavedRun.STEPS_AN_EPOCH, files.toString());
        try (Engine engine = Engines.open("tape")) {
            assertEquals(SavedRun.undisturbed("tape", epochs), SavedRun.resumed(engine, folder, newest, epochs));
        }
    }
}
