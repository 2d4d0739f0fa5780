package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class TrainTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "tape"})
    void twoMoonsAreToldApart(String engine) {
        Wengert run = Wengert.run("train", "--engine", engine, "--json");

        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.json().get("train_accuracy").getAsDouble() >= 0.99, run.out());
        assertTrue(run.json().get("test_accuracy").getAsDouble() >= 0.99, run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5", "6"})
    void twoMoonsAreToldApartWhateverTheSeed(String seed) {
        Wengert run = Wengert.run("train", "moons", "--seed", seed, "--json");

        assertTrue(run.json().get("train_accuracy").getAsDouble() >= 0.99, run.out());
        assertTrue(run.json().get("test_accuracy").getAsDouble() >= 0.99, run.out());
    }

    @Test
    void jsonIsOneObjectWithAllFieldsInOrder() {
        Wengert run = Wengert.run("train", "moons", "--engine", "tape", "--epochs", "3", "--batch", "30", "--json");

        JsonObject json = run.json();
        assertEquals(
                List.of(
                        "engine",
                        "dataset",
                        "network",
                        "seed",
                        "parameters",
                        "epochs",
                        "steps",
                        "loss",
                        "train_accuracy",
                        "test_accuracy",
                        "train_r2",
                        "test_r2",
                        "seconds"),
                List.copyOf(json.keySet()));
        assertEquals("tape", json.get("engine").getAsString());
        assertEquals("moons", json.get("dataset").getAsString());
        assertEquals("2-16-16-1", json.get("network").getAsString());
        assertEquals(42, json.get("seed").getAsInt());
        assertEquals(337, json.get("parameters").getAsInt());
        assertEquals(3, json.get("epochs").getAsInt());
        assertEquals(12, json.get("steps").getAsInt());
        assertTrue(json.get("train_r2").isJsonNull());
        assertTrue(json.get("test_r2").isJsonNull());
        assertTrue(json.get("seconds").getAsDouble() > 0);
    }

    @Test
    void regressionStatesR2AndNoAccuracy() {
        JsonObject json = Wengert.run("train", "regression", "--json").json();

        assertTrue(json.get("test_r2").getAsDouble() > 0.97, json.toString());
        assertTrue(json.get("train_r2").getAsDouble() > 0.97, json.toString());
        assertTrue(json.get("train_accuracy").isJsonNull());
        assertTrue(json.get("test_accuracy").isJsonNull());
    }

    @Test
    void aPersonReadsAlignedFiguresAndWhatToTryNext() {
        Wengert run = Wengert.run("train", "moons", "--engine", "tape", "--epochs", "1");

        List<String> lines = run.out().lines().collect(Collectors.toList());
        assertEquals("moons on tape", lines.get(0));
        assertEquals("  network            2-16-16-1 relu, 337 parameters", lines.get(2));
        assertEquals("  samples            100 to learn from, 1000 to test", lines.get(3));
        assertTrue(lines.get(4).startsWith("  training           1 epoch, 1 step of 100 samples, adam from 0.05, "));
        assertEquals(
                List.of(
                        "Try next",
                        "  wengert compare moons --epochs 1  the same run on every engine, side by side",
                        "  wengert train regression          other data",
                        "  wengert train --help              networks, optimisers, your own CSV file"),
                lines.subList(9, 13));
    }

    @Test
    void testSamplesAreNotThoseLearntFrom() {
        JsonObject json =
                Wengert.run("train", "moons", "--epochs", "2", "--json").json();

        assertNotEquals(
                json.get("train_accuracy").getAsDouble(),
                json.get("test_accuracy").getAsDouble());
    }

    @Test
    void withoutArgumentsTheSuggestionNamesTheDataSet() {
        Wengert run = Wengert.run("train");

        assertTrue(run.out().contains("  wengert compare moons     the same run"), run.out());
    }

    @Test
    void headingsAreBoldOnATerminalOnly() {
        String[] arguments = {"train", "moons", "--epochs", "1"};

        assertTrue(Wengert.run(Ansi.ON, arguments).out().contains("\u001B[1m"));
        assertFalse(Wengert.run(arguments).out().contains("\u001B"));
    }

    @Test
    void progressGoesToStandardErrorInAHandfulOfLines() {
        Wengert run = Wengert.run("train", "moons", "--engine", "tape", "--epochs", "100", "--json");

        List<String> lines = run.err().lines().collect(Collectors.toList());
        assertEquals(5, lines.size(), run.err());
        assertTrue(lines.get(0).matches("moons on tape: step 20 of 100, loss 0\\.\\d+"), lines.get(0));
    }

    @Test
    void optionsReachTheNetworkAndItsTraining() {
        JsonObject json = Wengert.run(
                        "train",
                        "moons",
                        "--hidden",
                        "5,4",
                        "--activation",
                        "leaky-relu",
                        "--optimizer",
                        "sgd",
                        "--lr",
                        "0.2",
                        "--epochs",
                        "2",
                        "--batch",
                        "7",
                        "--limit",
                        "20",
                        "--seed",
                        "9",
                        "--json")
                .json();

        assertEquals("2-5-4-1", json.get("network").getAsString());
        assertEquals(3 * 5 + 6 * 4 + 5, json.get("parameters").getAsInt());
        assertEquals(6, json.get("steps").getAsInt());
        assertEquals(9, json.get("seed").getAsInt());
    }

    @ParameterizedTest
    @CsvSource({"--seed,7", "--lr,0.01", "--activation,tanh", "--optimizer,sgd"})
    void eachOfTheseOptionsChangesTheLoss(String option, String value) {
        String[] usual = {"train", "moons", "--epochs", "2", "--json"};
        String[] other = {"train", "moons", "--epochs", "2", "--json", option, value};

        double difference = Wengert.run(usual).json().get("loss").getAsDouble()
                - Wengert.run(other).json().get("loss").getAsDouble();

        assertTrue(difference != 0);
    }

    @Test
    void oneSeedGivesOneRun() {
        String[] arguments = {"train", "moons", "--epochs", "5", "--batch", "10", "--json"};

        double first = Wengert.run(arguments).json().get("loss").getAsDouble();
        double second = Wengert.run(arguments).json().get("loss").getAsDouble();

        assertEquals(first, second);
    }

    @Test
    void aCsvFileWithATextTargetIsClassified() throws IOException {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> i % 10 + "," + i / 10 + "," + (i % 10 < 5 ? "low" : "high"))
                .collect(Collectors.joining("\n", "a,b,size\n", "\n"));

        JsonObject json = trainOn(rows, "--target", "size");

        assertEquals("2-16-16-2", json.get("network").getAsString());
        assertEquals(1, json.get("train_accuracy").getAsDouble());
    }

    @Test
    void aCsvFileWithATargetOfNumbersIsFittedWhateverItsScale() throws IOException {
        String rows = IntStream.range(0, 100)
                .mapToObj(i -> i % 10 + "," + i / 10 + "," + 1e6 * (3 + i % 10 - i / 10))
                .collect(Collectors.joining("\n", "a,b,price\n", "\n"));

        JsonObject json = trainOn(rows, "--target", "price");

        assertEquals("2-16-16-1", json.get("network").getAsString());
        assertTrue(json.get("test_r2").getAsDouble() > 0.98, json.toString());
        assertTrue(json.get("test_accuracy").isJsonNull());
    }

    @Test
    void numbersInTheTargetColumnAreClassesWhenAskedFor() throws IOException {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> i % 10 + "," + i / 10 + "," + i % 3)
                .collect(Collectors.joining("\n", "a,b,kind\n", "\n"));

        assertEquals(
                "2-16-16-3",
                trainOn(rows, "--target", "kind", "--classes").get("network").getAsString());
    }

    private JsonObject trainOn(String csv, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), csv);
        List<String> all = new ArrayList<>(List.of("train", file.toString(), "--json"));
        all.addAll(List.of(arguments));
        Wengert run = Wengert.run(all.toArray(new String[0]));
        assertEquals(0, run.exitCode(), run.err());
        return run.json();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "tape"})
    void digitsAreReadAtNinetyFivePercent(String engine) {
        JsonObject json = Wengert.run("train", "digits", "--data", Fixtures.data(""), "--engine", engine, "--json")
                .json();

        assertTrue(json.get("test_accuracy").getAsDouble() >= 0.95, json.toString());
    }

    @Test
    void irisIsToldByItsFile() {
        JsonObject json = Wengert.run("train", "iris", "--data", Fixtures.data("iris.csv"), "--json")
                .json();

        assertEquals("4-16-3", json.get("network").getAsString());
        assertTrue(json.get("test_accuracy").getAsDouble() >= 0.9, json.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "tape"})
    void aThousandSamplesOfMnistAreLearntOnEitherEngine(String engine) {
        JsonObject json = Wengert.run(
                        "train",
                        "mnist",
                        "--data",
                        Fixtures.data("mnist"),
                        "--limit",
                        "1000",
                        "--epochs",
                        "1",
                        "--engine",
                        engine,
                        "--json")
                .json();

        assertEquals("784-128-10", json.get("network").getAsString());
        assertEquals(16, json.get("steps").getAsInt());
        assertTrue(json.get("test_accuracy").getAsDouble() > 0.5, json.toString());
    }

    @Test
    void m18AllOfMnistIsLearntToNinetySevenInAHundredOnTheTape() {
        JsonObject json = Wengert.run(
                        "train",
                        "mnist",
                        "--data",
                        Fixtures.data("mnist"),
                        "--engine",
                        "tape",
                        "--epochs",
                        "2",
                        "--json")
                .json();

        assertEquals("784-128-10", json.get("network").getAsString());
        assertTrue(json.get("test_accuracy").getAsDouble() >= 0.97, json.toString());
    }
}
