package org.wengert.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.nn.io.FileException;

class ResultFileTest {
    private static final BenchResult RESULT =
            Results.of(Results.row("steps/a", 9.5, 10, 10.25), Results.refused("steps/b", "a gradient differs"));

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = folder.resolve("result.json");
        ResultFile.write(file, RESULT);
    }

    @Test
    void whatWasWrittenIsRead() {
        assertEquals(RESULT, ResultFile.read(file));
    }

    @Test
    void theSameResultIsTheSameFile() throws IOException {
        Path again = folder.resolve("again.json");
        ResultFile.write(again, ResultFile.read(file));

        assertEquals(-1, Files.mismatch(file, again));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"wengert-bench/1\" | \"wengert-bench/2\" | its format is \"wengert-bench/2\", this version reads \"wengert-bench/1\"",
                "\"format\"          | \"layout\"          | its format is null, this version reads \"wengert-bench/1\"",
                "\"cores\": 2        | \"kernel\": 2       | 'machine.cores' is missing",
                "\"cores\": 2        | \"cores\": \"two\"  | 'machine.cores' is not a number: \"two\"",
                "\"median\": 10.0    | \"median\": null    | 'rows[0].time.median' is not a number: null",
                "\"unit\": \"us/op\" | \"unit\": []        | 'rows[0].unit' is not a text: []",
                "9.5,                | \"x\",              | 'rows[0].rounds[0][0]' is not a number: \"x\"",
                "\"fits\": []        | \"fits\": {}        | 'fits' is not a list: {}",
                "\"allocated\": 8.0  | \"allocated\": \"\" | 'rows[0].figures.allocated' is not a number: \"\"",
            })
    void aFileThatSomebodyHasChangedIsRefusedWithThePlace(String text, String other, String message)
            throws IOException {
        String content = Files.readString(file);
        assertTrue(content.contains(text), content);
        Files.writeString(file, content.replaceFirst(java.util.regex.Pattern.quote(text), other));

        FileException refused = assertThrows(FileException.class, () -> ResultFile.read(file));

        assertEquals("bench: " + file + " is no result of 'wengert bench': " + message, refused.getMessage());
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefusedInALine() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 2; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));

            String message = String.valueOf(assertThrows(FileException.class, () -> ResultFile.read(file))
                    .getMessage());

            assertTrue(message.startsWith("bench: " + file + " is no result of 'wengert bench': "), message);
            assertEquals(1, message.lines().count(), message);
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere.json");

        FileException refused = assertThrows(FileException.class, () -> ResultFile.read(nowhere));

        assertEquals("bench: no such file: " + nowhere, refused.getMessage());
    }
}
