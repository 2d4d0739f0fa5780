package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.bench.result.ResultFile;
import org.wengert.bench.result.Results;

class BenchPageTest {
    @TempDir
    private Path folder;

    private String first = "";
    private String second = "";

    @BeforeEach
    void keepTwoResults() {
        first = kept("first.json", "steps/first");
        second = kept("second.json", "steps/second");
    }

    private String kept(String name, String row) {
        Path file = folder.resolve(name);
        ResultFile.write(file, Results.of(Results.row(row, 9, 10, 11)));
        return file.toString();
    }

    @Test
    void allResultsAreOnOnePageAndEachIsAPicture() throws IOException {
        Path page = folder.resolve("all.html");
        Path pictures = folder.resolve("docs/images");

        Wengert run =
                Wengert.run("bench", "page", first, second, "--html", page.toString(), "--svg", pictures.toString());

        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
        String html = Files.readString(page);
        assertTrue(html.indexOf("steps/first") < html.indexOf("steps/second"), html);
        assertTrue(Files.readString(pictures.resolve("steps-jdk17.svg")).contains("steps/first"));
        assertTrue(Files.readString(pictures.resolve("steps-jdk17-2.svg")).contains("steps/second"));
    }

    @Test
    void nowhereToDrawIsAMistake() {
        Wengert run = Wengert.run("bench", "page", first);

        assertEquals(
                "wengert bench page: where to draw? --html FILE, --svg FOLDER or both\n"
                        + "Try 'wengert bench page --help'.\n",
                run.err());
        assertEquals(2, run.exitCode());
    }

    @Test
    void aFolderThatIsAFileIsToldBeforeAnythingIsWritten() {
        Path page = folder.resolve("all.html");

        Wengert run = Wengert.run("bench", "page", first, "--html", page.toString(), "--svg", second + "/images");

        assertEquals(
                "wengert bench page: --svg: cannot write to " + second + "/images: " + second + " is no folder",
                run.err().lines().findFirst().orElse(""));
        assertEquals(2, run.exitCode());
        assertFalse(Files.exists(page));
    }

    @Test
    void aFileThatIsNoResultLeavesNothingDrawn() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{}");
        Path page = folder.resolve("all.html");

        Wengert run = Wengert.run("bench", "page", first, broken.toString(), "--html", page.toString());

        assertEquals(1, run.exitCode());
        assertTrue(run.err().startsWith("wengert bench page: bench: " + broken + " is no result"), run.err());
        assertFalse(Files.exists(page));
    }
}
