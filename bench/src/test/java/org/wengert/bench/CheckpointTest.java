package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.tck.ChildJvm;

/** Runs that are broken off and taken up again, from the command line. */
class CheckpointTest {
    private static final int SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    private List<String> command(int epochs, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "train",
                "moons",
                "--engine",
                "tape",
                "--batch",
                "20",
                "--dropout",
                "0.1",
                "--json",
                "--epochs",
                Integer.toString(epochs)));
        command.addAll(List.of(more));
        return command;
    }

    private static JsonObject withoutSeconds(Wengert run) {
        assertEquals(0, run.exitCode(), run.err());
        JsonObject json = run.json();
        json.remove("seconds");
        return json;
    }

    private static Wengert run(List<String> command) {
        return Wengert.run(command.toArray(String[]::new));
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    /** A process, as only one that is really told to end goes through its last moments. */
    @Test
    void aProcessToldToEndSavesItselfSaysHowToGoOnAndEndsWithTheSameNumbers() throws Exception {
        int epochs = 3000;
        Path checkpoints = folder.resolve("run");
        List<String> command = command(epochs, "--checkpoint", checkpoints.toString());
        Path output = folder.resolve("output");
        Process process = ChildJvm.prepare(Main.class, command, "--add-modules=jdk.incubator.vector")
                .redirectOutput(output.toFile())
                .start();
        while (files(checkpoints).isEmpty()) {
            assertTrue(process.isAlive(), "the run must be long enough to be told to end");
            Thread.sleep(5);
        }
        process.destroy();
        int exitCode = process.waitFor();

        List<String> lines = Files.readAllLines(output);
        String last = lines.get(lines.size() - 1);
        assertEquals(SIGTERM, exitCode, String.join("\n", lines));
        assertTrue(
                last.matches(
                        "wengert train: interrupted after step [0-9]+: it is saved in .*; go on with: wengert train"
                                + " moons .*--checkpoint " + checkpoints + " --resume"),
                last);
        long step = Long.parseLong(last.replaceAll(".* step ([0-9]+):.*", "$1"));
        assertTrue(
                files(checkpoints).contains(String.format("step-%09d.checkpoint", step)),
                files(checkpoints).toString());
        JsonObject alone = withoutSeconds(run(command(epochs)));
        assertEquals(alone, withoutSeconds(run(command(epochs, "--checkpoint", checkpoints.toString(), "--resume"))));
    }

    @Test
    void anInterruptedRunWithoutCheckpointsSaysWhatWouldHaveHelped() {
        Thread.currentThread().interrupt();
        Wengert run = run(command(5));

        assertTrue(Thread.interrupted());
        assertEquals(130, run.exitCode());
        assertEquals("", run.out());
        assertEquals(
                "wengert train: interrupted after step 0: nothing is kept; --checkpoint FOLDER would have saved it",
                run.err().strip());
    }

    @Test
    void anInterruptedRunThatWasToBeReportedSaysThatItIsNot() {
        Path report = folder.resolve("report.html");
        Path checkpoints = folder.resolve("run");
        Thread.currentThread().interrupt();
        Wengert run = run(command(5, "--checkpoint", checkpoints.toString(), "--report", report.toString()));

        assertTrue(Thread.interrupted());
        assertEquals(130, run.exitCode());
        assertTrue(
                run.err()
                        .contains(
                                "it is saved in " + checkpoints + "; no report is written; go on with: wengert train"),
                run.err());
        assertFalse(Files.exists(report));
    }

    @Test
    void anInterruptedRunThatCouldNotBeSavedSaysSo() throws IOException {
        Path below = Files.writeString(folder.resolve("file"), "").resolve("below");
        Thread.currentThread().interrupt();
        Wengert run = run(command(5, "--checkpoint", below.toString()));

        assertTrue(Thread.interrupted());
        assertEquals(130, run.exitCode());
        assertEquals(
                "wengert train: interrupted after step 0: the last steps are lost (checkpoint: cannot write into "
                        + below
                        + ": Not a directory), what was saved before is in " + below
                        + "; go on with: wengert train moons"
                        + " --engine tape --batch 20 --dropout 0.1 --json --epochs 5 --checkpoint " + below
                        + " --resume",
                run.err().strip());
    }

    @Test
    void anotherRunIsNotGoneOnWith() {
        run(command(1, "--checkpoint", folder.toString()));
        Wengert other = run(command(2, "--checkpoint", folder.toString(), "--resume", "--seed", "2"));
        assertEquals(1, other.exitCode());
        assertTrue(
                other.err()
                        .strip()
                        .matches(
                                "wengert train: checkpoint: it is of another run: setting 'data' was sha256 [0-9a-f]{16}, is"
                                        + " sha256 [0-9a-f]{16}; set the run up as it was, or begin a new one elsewhere"),
                other.err());
    }

    @Test
    void resumingWhatIsCompleteReportsItAgain() {
        JsonObject first = withoutSeconds(run(command(4, "--checkpoint", folder.toString())));
        assertEquals(first, withoutSeconds(run(command(4, "--checkpoint", folder.toString(), "--resume"))));
        assertEquals(
                withoutSeconds(run(command(9))).get("steps"),
                withoutSeconds(run(command(9, "--checkpoint", folder.toString(), "--resume")))
                        .get("steps"),
                "more epochs go on from there");
    }

    @Test
    void mistakes() {
        assertEquals(
                "wengert train: --resume: --checkpoint is missing: name the folder that holds the run",
                run(command(1, "--resume")).err().lines().findFirst().orElse(""));
        assertEquals(
                "wengert train: --dropout: it must be a number from 0 and below 1: got '1'",
                Wengert.run("train", "--dropout", "1").err().lines().findFirst().orElse(""));
        run(command(1, "--checkpoint", folder.toString()));
        Wengert again = run(command(1, "--checkpoint", folder.toString()));
        assertEquals(1, again.exitCode());
        assertEquals(
                "wengert train: checkpoints: the folder is in use: " + folder
                        + " holds step-000000005.checkpoint of an earlier run; resume it, or choose another folder",
                again.err().strip());
    }
}
