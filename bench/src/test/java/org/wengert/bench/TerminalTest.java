package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.tck.ChildJvm;

/** What a person at a terminal sees of a run, and that Ctrl-C saves it. */
class TerminalTest {
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    Path folder;

    @Test
    void theWidthIsWhatTheTerminalSaysElseTheEnvironmentElseEighty() {
        assertEquals(132, TerminalWidth.of("43 132\n", "100"));
        assertEquals(100, TerminalWidth.of("0 0\n", "100"));
        assertEquals(100, TerminalWidth.of("", "100"));
        assertEquals(80, TerminalWidth.of("stty: standard input", "wide"));
        assertEquals(80, TerminalWidth.of("", null));
    }

    @Test
    void aBarIsNoWiderThanTheTerminalAndLeavesNothingBehind() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TerminalLine line = new TerminalLine(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> 11);

        line.accept("0123456789abcdef");
        line.accept("short");
        line.clear();

        assertEquals(10, line.getMaxRenderedLength());
        assertEquals("\r0123456789\u001b[K\rshort\u001b[K\r\u001b[K", bytes.toString(StandardCharsets.UTF_8));
    }

    /** Runs a training in a terminal until it has saved a first checkpoint; returns what the terminal showed. */
    private String interrupted(String term) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SCRIPT), "a terminal is made by script, which is not there");
        Path checkpoints = folder.resolve("run");
        Path output = folder.resolve("output");
        List<String> arguments = List.of(
                "train", "moons", "--engine", "tape", "--epochs", "200000", "--checkpoint", checkpoints.toString());
        ProcessBuilder java =
                ChildJvm.prepare(Main.class, arguments, "--add-modules=jdk.incubator.vector", "-Dstderr.terminal=true");
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", "TERM=" + term));
        command.addAll(java.command());
        command.add("; code=$?; sleep 1; exit $code"); // 'script' may lose what is said just before the end
        Process terminal = new ProcessBuilder(
                        SCRIPT.toString(), "-q", "-e", "-f", "-c", String.join(" ", command), output.toString())
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!isSaved(checkpoints)) {
            assertTrue(terminal.isAlive(), () -> read(output));
            Thread.sleep(20);
        }
        Thread.sleep(1000); // some drawings
        ProcessHandle training = terminal.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
        new ProcessBuilder("kill", "-INT", Long.toString(training.pid()))
                .start()
                .waitFor();
        assertTrue(terminal.waitFor(2, TimeUnit.MINUTES));
        return read(output);
    }

    private static boolean isSaved(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void atATerminalThereIsABarAndControlCSavesTheRun() throws IOException, InterruptedException {
        String shown = interrupted("xterm");

        assertTrue(shown.matches("(?s).*moons on tape +[0-9]+% \\[.*\\] +[0-9]+/[0-9]+ \\(.* [0-9]+/s.*"), shown);
        assertTrue(
                shown.matches(
                        "(?s).*\u001b\\[Kwengert train: interrupted after step [0-9]+: it is saved in .*; go on with: .*--resume\\R.*"),
                shown);
    }

    @Test
    void aTerminalThatIsDumbGetsLines() throws IOException, InterruptedException {
        String shown = interrupted("dumb");

        assertFalse(shown.contains("\u001b"), shown);
        assertTrue(shown.contains("it is saved in"), shown);
    }
}
