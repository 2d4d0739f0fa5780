package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wengert.tck.ChildJvm;
import picocli.CommandLine;

/** The examples in help: one that is refused would be worse than none. */
class ExamplesTest {
    /** Up to the end of the line, or of the substitution that it stands in. */
    private static final Pattern CALL = Pattern.compile("wengert ((?:\"[^\"]*\"|[^\")])+)");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** What takes seconds, and needs no file but those that the test brings. */
    private static final Pattern CHEAP = Pattern.compile(
            "(graph|explain|predict|engines|completion|train flowers.csv|train moons --engine|[a-z]+ moons --report) ?.*");

    @TempDir
    Path folder;

    static Stream<CommandLine> commands() {
        return withSubcommands(Main.commandLine());
    }

    private static Stream<CommandLine> withSubcommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(ExamplesTest::withSubcommands));
    }

    private static List<String> examples(CommandLine command) {
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
        assertTrue(help.contains("\nExample"), help);
        return help.substring(help.indexOf("\nExample"))
                .lines()
                .filter(line -> line.startsWith("  "))
                .flatMap(line -> CALL.matcher(line).results())
                .map(call -> call.group(1).strip())
                .toList();
    }

    private static String[] words(String example) {
        return WORD.matcher(example).results().map(ExamplesTest::word).toArray(String[]::new);
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandHasExamplesThatAreUnderstood(CommandLine command) {
        List<String> examples = examples(command);

        assertTrue(!examples.isEmpty());
        for (String example : examples) {
            assertDoesNotThrow(() -> Main.commandLine(words(example)).parseArgs(words(example)), example);
        }
    }

    /** In a process of their own, for they write where they are called. */
    @Test
    void cheapOnesWorkOneAfterAnother() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("flowers.csv"), flowers("species"));
        Files.writeString(folder.resolve("new.csv"), flowers("other"));
        Files.writeString(folder.resolve("run.properties"), "epochs = 5\n");
        List<String> cheap = commands()
                .flatMap(command -> examples(command).stream())
                .distinct()
                .filter(example -> CHEAP.matcher(example).matches())
                .toList();
        Path output = folder.resolve("output");
        Process process = ChildJvm.prepare(Calls.class, cheap, "--add-modules=jdk.incubator.vector")
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .start();

        int exitCode = process.waitFor();

        assertEquals(0, exitCode, () -> String.join("\n", cheap));
        assertTrue(cheap.size() > 10, cheap::toString);
    }

    private static String flowers(String last) {
        return IntStream.range(0, 40)
                .mapToObj(i -> i % 7 + "," + (i % 5 + 10 * (i % 2)) + "," + (i % 2 == 0 ? "iris" : "rose"))
                .collect(Collectors.joining("\n", "length,width," + last + "\n", "\n"));
    }

    /** Calls each of its arguments; the first that fails is the exit code. */
    static final class Calls {
        private Calls() {}

        public static void main(String[] examples) {
            for (String example : examples) {
                int exitCode = Main.execute(Main.commandLine(words(example)), words(example));
                if (exitCode != 0) {
                    System.exit(exitCode);
                }
            }
        }
    }
}
