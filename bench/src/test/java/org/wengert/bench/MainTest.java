package org.wengert.bench;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class MainTest {
    @Test
    void withoutACommandTheHelpIsShownAsAMistake() {
        Wengert run = Wengert.run();

        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("Usage: wengert [-hV] [--verbose] [--config=FILE] [COMMAND]\n"), run.err());
    }

    static Stream<String> commands() {
        return Main.commandLine().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpOfEachCommandShowsExitCodesAndAnExample(String command) {
        Wengert run = Wengert.run(command, "--help");

        assertEquals(0, run.exitCode());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("Usage: wengert " + command), run.out());
        assertTrue(run.out().contains("\nExit codes:\n"), run.out());
        assertTrue(run.out().contains("\nExample"), run.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsPreparedWithoutTheOthersWhereThatWillDo(String command) {
        Set<String> wanted = command.equals("completion") ? commands().collect(toSet()) : Set.of(command);

        assertEquals(wanted, prepared(command, "--help"));
    }

    @Test
    void whatMayConcernAnyCommandIsPreparedForAll(@TempDir Path folder) throws IOException {
        Path more = Files.writeString(folder.resolve("more"), "--config=a");
        Set<String> all = commands().collect(toSet());

        assertEquals(all, prepared());
        assertEquals(all, prepared("trian"));
        assertEquals(all, prepared("--help"));
        assertEquals(all, prepared("--verbose", "train"));
        assertEquals(all, prepared("train", "--config=a"));
        assertEquals(all, prepared("train", "--config", "a"));
        assertEquals(all, prepared("train", "@" + more));
    }

    private static Set<String> prepared(String... arguments) {
        return Main.commandLine(arguments).getSubcommands().keySet();
    }

    @Test
    void theVersionIsStated() {
        Wengert run = Wengert.run("--version");

        assertEquals(0, run.exitCode());
        assertTrue(run.out().matches("wengert \\S.*\n"), run.out());
    }

    @Test
    void aFullHeapIsOneLineToo() {
        CommandLine commandLine = new CommandLine(new FullHeap());
        StringWriter err = new StringWriter();
        commandLine.setErr(new PrintWriter(err, true));

        int exitCode = Main.execute(commandLine);

        assertEquals(1, exitCode);
        assertTrue(
                err.toString()
                        .matches("full: out of memory: the heap of \\d+ MB is full; a smaller --batch needs less,"
                                + " JAVA_OPTS=-Xmx8g gives more\n"),
                err.toString());
    }

    @CommandLine.Command(name = "full")
    static final class FullHeap implements Runnable {
        @Override
        public void run() {
            throw new OutOfMemoryError("thrown by a test");
        }
    }
}
