package org.wengert.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteFileTest {
    @TempDir
    Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("mine.properties"), List.of(lines));
    }

    @Test
    void everyCombinationIsARow() throws IOException {
        Suite suite = SuiteFile.read(file(
                "title = Mine",
                "networks = 8-16-4 tanh; 3-4-4-1",
                "batches = 1, 64",
                "engines = tape, hand-loops",
                "precisions = float64, float32",
                "baseline = hand-loops float64"));

        List<Case> rows = suite.cases(Level.QUICK, Choice.NONE);

        assertEquals("Mine", suite.title());
        assertEquals("mine", suite.name());
        assertEquals(16, rows.size());
        assertEquals("mine/8-16-4-tanh-batch=1/tape/float64", rows.get(0).id());
        assertEquals("3-4-4-1, tanh, squares, sgd, batch 64", rows.get(15).group());
        assertEquals("hand-loops float32", rows.get(15).contender());
    }

    @Test
    void networksAloneAreEnough() throws IOException {
        List<Case> rows = SuiteFile.read(file("networks = 2-1")).cases(Level.QUICK, Choice.NONE);

        assertEquals(
                List.of("scalar float64", "tape float64"),
                rows.stream().map(Case::contender).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "engine = tape          | engine = tape: there is no such key; there are title, networks, batches, engines, precisions, kernels, threads, baseline; did you mean 'engines'?",
                "batches = 1, none      | batches = 1, none: 'none' is not a whole number from 1 to 999999",
                "engines = ,            | engines = ,: nothing is there; without the key it is scalar,tape",
                "batches =              | batches = : nothing is there; without the key it is the networks' own",
                "threads = 1, 1         | threads = 1, 1: something is there twice",
                "precisions = float16   | precisions = float16: 'float16' is not float64 or float32",
                "kernels = fast         | kernels = fast: 'fast' is not auto, plain or vector",
                "threads = 0            | threads = 0: '0' is not auto or a number from 1",
                "baseline = tape        | baseline = tape: no contender has this name; there are 'scalar float64', 'tape float64'",
                "engines = tap          | engines = tap: engine: no engine is named 'tap' (explicit choice): found scalar, tape; did you mean 'tape'?; and hand-loops, hand-kernels",
            })
    void aMistakeIsToldWithFileKeyValueAndWhatIsAllowed(String line, String message) throws IOException {
        assertRefused(file("networks = 2-1", line), message);
    }

    @Test
    void aNetworkThatIsNoneIsToldToo() throws IOException {
        Path file = file("networks = 2-1; 3-x");

        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> SuiteFile.read(file))
                .getMessage());

        assertTrue(
                message.startsWith(
                        file
                                + ": networks = 2-1; 3-x: there is no network '3-x': '3-x' are no widths of layers; a network is"),
                message);
    }

    @Test
    void aBatchThatANetworkHasOrCannotHaveIsTold() throws IOException {
        assertRefused(
                file("networks = 20-3 batch=5", "batches = 1"),
                "batches = 1: the network '20-3 batch=5' has a batch of its own");

        Path large = file("networks = 784-9999-10", "batches = 999999");
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> SuiteFile.read(large))
                .getMessage());

        assertTrue(
                message.startsWith(
                        large + ": batches = 999999: there is no network '784-9999-10 batch=999999': it has"),
                message);
    }

    @Test
    void aMalformedEscapeIsToldWithTheFile() throws IOException {
        assertRefused(
                file("networks = 2-1", "title = C:\\users"),
                "cannot be read: Malformed \\uxxxx encoding.; a backslash is written as two");
    }

    @Test
    void aFileWithoutNetworksIsNoSuite() throws IOException {
        assertRefused(file("title = Nothing"), "networks is missing: for instance networks = 784-128-10 tanh batch=64");
        assertRefused(folder.resolve("nowhere.properties"), "no such file");
    }

    private static void assertRefused(Path file, String message) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> SuiteFile.read(file));

        assertEquals(file + ": " + message, refused.getMessage());
    }
}
