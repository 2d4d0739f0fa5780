package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
    @TempDir
    Path folder;

    /** What the shell would offer for the last of these words. */
    private List<String> offered(String shell, String... words) throws IOException, InterruptedException {
        assumeTrue(isThere(shell), () -> "there is no " + shell);
        Path script = folder.resolve("script");
        Files.writeString(script, Wengert.run("completion", shell).out());
        String line = Stream.of(words).map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        Process process = new ProcessBuilder(shell, "-c", """
                . "$0"
                COMP_WORDS=(%s)
                COMP_CWORD=%d
                COMP_LINE="${COMP_WORDS[*]}"
                _complete_wengert 2>/dev/null
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(line, words.length - 1), script.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output.lines().map(String::strip).toList();
    }

    private static boolean isThere(String shell) {
        return Stream.of("/bin/", "/usr/bin/", "/usr/local/bin/")
                .anyMatch(bin -> Files.isExecutable(Path.of(bin + shell)));
    }

    @Test
    void bashCompletesCommandsOptionsAndNames() throws IOException, InterruptedException {
        assertEquals(List.of("train"), offered("bash", "wengert", "tr"));
        assertEquals(List.of("--optimizer"), offered("bash", "wengert", "train", "--opt"));
        assertEquals(
                List.of("adagrad", "adam", "adamw"), sorted(offered("bash", "wengert", "train", "--optimizer", "ada")));
        assertEquals(List.of("tanh"), offered("bash", "wengert", "train", "--activation", "ta"));
        assertEquals(List.of("scalar", "tape"), sorted(offered("bash", "wengert", "train", "--engine", "")));
        assertEquals(List.of("compare"), offered("bash", "wengert", "bench", "comp"));
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }

    @Test
    void aScriptIsForAKnownShell() {
        Wengert run = Wengert.run("completion", "bsh");

        assertEquals(
                "wengert completion: SHELL: there is no 'bsh': known are bash, zsh; did you mean 'bash'?\n"
                        + "Try 'wengert completion --help'.\n",
                run.err());
        assertTrue(Wengert.run("completion", "zsh").out().contains("bashcompinit"));
    }
}
