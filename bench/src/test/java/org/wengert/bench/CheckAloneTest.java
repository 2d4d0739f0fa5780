package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check as users have it: in a JVM of its own, without the test libraries that the conformance kit needs otherwise. */
class CheckAloneTest {
    private static final List<String> TEST_LIBRARIES =
            List.of("junit-", "jqwik", "opentest4j", "apiguardian", "surefire");

    @TempDir
    Path folder;

    private static boolean isTestLibrary(String entry) {
        String file = Path.of(entry).getFileName().toString();
        return TEST_LIBRARIES.stream().anyMatch(file::startsWith);
    }

    private static String run(int exitCode, String... arguments) throws IOException, InterruptedException {
        String path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !isTestLibrary(entry))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                path,
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output;
        try (InputStream in = process.getInputStream()) {
            output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertEquals(exitCode, process.waitFor(), output);
        return output;
    }

    @Test
    void noTestLibraryIsNeeded() throws Exception {
        String output = run(0, "check", "--engine", "scalar", "--cases", "10");

        assertTrue(output.contains("scalar passes: "), output);
    }

    @Test
    void theReferenceFixturesPassWithoutThemToo() throws Exception {
        String folder = Fixtures.shared("fixtures") + "/";

        String output = run(
                0,
                "check",
                "--engine",
                "tape",
                "--cases",
                "1",
                "--fixtures",
                folder + "ops.json",
                folder + "graphs.json",
                folder + "deep.json",
                folder + "seeds.json");

        assertTrue(output.contains("tape passes: "), output);
    }

    @Test
    void aDifferenceIsSaidWithoutThemToo() throws Exception {
        String output = run(1, "check", "--engine", "tape", "--cases", "1", "--fixtures", wrong().toString());

        assertTrue(output.contains("mul/1: output[0]: expected 7.0, got 6.0"), output);
    }

    private Path wrong() throws IOException {
        return Files.writeString(folder.resolve("ops.json"), """
                {"schema": "ops/1", "cases": [{"id": "mul/1", "op": "mul", "attrs": {}, "args": [0, 1],
                  "inputs": [{"shape": [], "data": [3.0]}, {"shape": [], "data": [2.0]}],
                  "output": {"shape": [], "data": [7.0]}, "upstream": {"shape": [], "data": [1.0]},
                  "grads": [{"shape": [], "data": [2.0]}, null]}]}
                """);
    }
}
