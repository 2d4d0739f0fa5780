package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Row;

class SvgFilesTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsNamedAfterSuiteAndJdk() throws IOException {
        assertEquals(
                List.of("steps-jdk17.svg", "steps-jdk25.svg", "my-own-suite-jdk17.svg", "steps-jdk17-2.svg"),
                names(List.of(
                        SampleResults.steps("17.0.16"),
                        SampleResults.steps("25.0.1"),
                        SampleResults.result("../My own: suite", "t", "17.0.16", rows(), List.of(), List.of()),
                        SampleResults.steps("17.0.2"))));
    }

    private List<String> names(List<BenchResult> results) throws IOException {
        return SvgFiles.write(folder, results).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    @Test
    void theFolderIsMadeAndOldFilesAreReplaced() throws IOException {
        Path deep = folder.resolve("a/b");
        BenchResult result = small();
        SvgFiles.write(deep, List.of(result));
        Files.writeString(deep.resolve("small-jdk17.svg"), "old and longer ".repeat(10_000));

        Path file = SvgFiles.write(deep, List.of(result)).get(0);

        assertTrue(Files.readString(file).endsWith("</svg>\n"));
    }

    @Test
    void theSameResultsGiveTheSameBytes() throws IOException {
        for (BenchResult result : SampleResults.all()) {
            byte[] first = Files.readAllBytes(
                    SvgFiles.write(folder.resolve("1"), List.of(result)).get(0));
            byte[] second = Files.readAllBytes(
                    SvgFiles.write(folder.resolve("2"), List.of(result)).get(0));

            assertEquals(new String(first, StandardCharsets.UTF_8), new String(second, StandardCharsets.UTF_8));
        }
    }

    @Test
    void aSmallResultIsDrawnAsKept() throws IOException {
        String drawn = Files.readString(SvgFiles.write(folder, List.of(small())).get(0));

        try (InputStream kept = SvgFilesTest.class.getResourceAsStream("small-jdk17.svg")) {
            assertEquals(new String(kept.readAllBytes(), StandardCharsets.UTF_8), drawn);
        }
    }

    private static BenchResult small() {
        return SampleResults.result("small", "A small suite", "17.0.16", rows(), List.of(), List.of());
    }

    private static List<Row> rows() {
        return List.of(
                SampleRows.timed("a task", "base", "ms", 2, 0),
                SampleRows.timed("a task", "other", "ms", 3, 2),
                SampleRows.refused("a task", "<broken>", "differs from the reference"));
    }
}
