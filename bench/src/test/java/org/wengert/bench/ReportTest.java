package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wengert.bench.ReportPage.command;
import static org.wengert.bench.ReportPage.rows;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.bench.picture.Drawing;
import org.wengert.bench.picture.Tidy;
import org.wengert.nn.Activation;

class ReportTest {
    private static final Pattern SVG = Pattern.compile("<svg .*?</svg>", Pattern.DOTALL);
    private static final Pattern DURATION = Pattern.compile("<time datetime=\"PT([0-9.]+)S\">");
    private static final Pattern STARTED = Pattern.compile(
            "The training began at <time datetime=\"[0-9-]+T[0-9:]+Z\">[0-9-]+T[0-9:]+Z</time> and took ");

    @TempDir
    private Path folder;

    /** Dropout and shuffled batches: whatever is read too often or too early would show. */
    @ParameterizedTest
    @ValueSource(strings = {"scalar", "tape"})
    void aReportChangesNoBitOfTheRun(String engine) throws IOException {
        Recipe recipe = new Recipe(List.of(8, 8), Activation.RELU, 0.25, OptimizerKind.ADAM, 0.05, 1e-4, 7, 30);
        Task task = new Task("moons", Map.of(), Dataset.MOONS.load(Path.of(""), 3), recipe, 3);

        Result plain = run(engine, task, new Keeping(Optional.empty(), Optional.of(model("plain")), false));
        Result told = run(engine, task, new Keeping(Optional.empty(), Optional.of(model("told")), true));

        assertEquals(plain.history().losses(), told.history().losses());
        assertEquals(plain.loss(), told.loss());
        assertEquals(-1, Files.mismatch(model("plain"), model("told")));
        assertEquals(7, told.portrait().orElseThrow().course().epochs().size());
        assertEquals(28, told.portrait().orElseThrow().course().steps().size());
    }

    private Path model(String name) {
        return folder.resolve(name + ".safetensors");
    }

    private static Result run(String engine, Task task, Keeping keeping) {
        try (Engine opened = Engines.open(engine)) {
            return Training.run(opened, task, keeping);
        }
    }

    @Test
    void theSameRunGivesTheSamePageButForTimes() throws IOException {
        String first = timeless(page("train", "moons", "--epochs", "5"));
        String second = timeless(page("train", "moons", "--epochs", "5"));

        assertEquals(first, second);
        assertFalse(first.equals(timeless(page("train", "moons", "--epochs", "6"))));
    }

    private static String timeless(String html) {
        return html.replaceAll("<time[^>]*>[^<]*</time>", "");
    }

    @Test
    void thePageTellsTheRunsOwnNumbers() throws IOException {
        Path file = folder.resolve("report.html");
        JsonObject json = Wengert.run(
                        "train",
                        "regression",
                        "--epochs",
                        "4",
                        "--engine",
                        "tape",
                        "--json",
                        "--report",
                        file.toString())
                .json();

        List<String> last = rows(Files.readString(file), "epoch").get(3);

        assertEquals("4", last.get(0));
        assertEquals(json.get("loss").getAsDouble(), Double.parseDouble(last.get(1)));
        assertEquals(json.get("train_r2").getAsDouble(), Double.parseDouble(last.get(3)), 1e-5);
        assertEquals(json.get("test_r2").getAsDouble(), Double.parseDouble(last.get(4)), 1e-5);
    }

    @Test
    void theCommandNamesTheEngineThatWasConfigured() throws IOException {
        Path file = folder.resolve("report.html");

        Wengert.runWith("wengert.engine", "scalar", "train", "moons", "--epochs", "1", "--report", file.toString());

        assertEquals("train moons --epochs 1 --report " + file + " --engine scalar", command(Files.readString(file)));
    }

    @Test
    void anEngineThatWasNamedIsNotNamedAgain() throws IOException {
        String html = page("train", "moons", "--epochs", "1", "--engine", "tape");

        assertEquals(1, command(html).split("--engine", -1).length - 1, command(html));
    }

    @Test
    void aRunThatWasTakenUpAgainIsRepeatedFromItsBeginning() throws IOException {
        String html = page(
                "train",
                "moons",
                "--engine",
                "tape",
                "--epochs",
                "1",
                "--checkpoint",
                model("run").toString(),
                "--resume");

        assertEquals("train moons --engine tape --epochs 1 --report " + folder.resolve("report.html"), command(html));
        assertTrue(html.contains("With the same settings of the engine"), html);
    }

    @Test
    void aRunThatWasTakenUpAgainSaysWhereItsCurvesBegin() throws IOException {
        Wengert.run(
                "train", "moons", "--epochs", "2", "--checkpoint", model("run").toString());
        String html = page(
                "train", "moons", "--epochs", "5", "--checkpoint", model("run").toString(), "--resume");

        assertTrue(html.contains(">Epochs 1 to 2 were run before this call; curves begin after them.</p>"), html);
        assertEquals("3", rows(html, "epoch").get(0).get(0));
        assertFalse(page("train", "moons", "--epochs", "5").contains("before this call"));
    }

    @Test
    void aRunThatWasCompleteHasNoCurves() throws IOException {
        Wengert.run(
                "train", "moons", "--epochs", "2", "--checkpoint", model("run").toString());
        String html = page(
                "train", "moons", "--epochs", "2", "--checkpoint", model("run").toString(), "--resume");

        assertTrue(html.contains("Epochs 1 to 2 were run before this call"), html);
        assertFalse(html.contains("Loss: ") || html.contains("course-1"), html);
        assertTrue(html.contains("answers-1"), html);
        Drawing.parse(html);
    }

    /** The first and the last among them. */
    @Test
    void aHundredEpochsAtMostAreJudged() throws IOException {
        List<List<String>> epochs = rows(page("train", "moons", "--epochs", "101"), "epoch");

        assertEquals(100, epochs.size());
        assertEquals("1", epochs.get(0).get(0));
        assertEquals("101", epochs.get(99).get(0));
    }

    @Test
    void thePageSaysWhenTheTrainingBeganAndNothingOfOtherLibraries() throws IOException {
        String html = page("train", "moons", "--epochs", "1");

        assertTrue(STARTED.matcher(html).find(), html);
        assertFalse(html.contains("JMH"), html);
    }

    /** Long enough judging that the two differ in the digits that are printed. */
    @Test
    void secondsAreThoseOfTheTrainingAlone() throws IOException {
        Path file = folder.resolve("report.html");
        JsonObject json = Wengert.run("train", "moons", "--epochs", "20", "--json", "--report", file.toString())
                .json();

        double[] times = DURATION.matcher(Files.readString(file))
                .results()
                .mapToDouble(time -> Double.parseDouble(time.group(1)))
                .toArray();

        assertTrue(times[1] > 0, "the report took time");
        assertEquals(times[0] - times[1], json.get("seconds").getAsDouble(), 1e-8);
    }

    /** One by one, then too many to draw them all, then more layers than there is room for names. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "40,17", "3,3,3,3,3,3,3,3"})
    void allIsWellFormedAndTidyWhateverTheNetwork(String hidden) throws IOException {
        String html = page("train", "moons", "--epochs", "3", "--hidden", hidden);

        Drawing.parse(html);
        List<String> drawings =
                SVG.matcher(html).results().map(MatchResult::group).toList();
        assertEquals(7 + Math.min(8, hidden.split(",").length + 1), drawings.size());
        drawings.forEach(Tidy::assertTidy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regression", "moons"})
    void aPictureIsTidyAndTellsItsCommand(String dataset) throws IOException {
        Path file = folder.resolve("report.svg");

        Wengert run = Wengert.run("train", dataset, "--epochs", "3", "--report", file.toString());

        assertEquals(0, run.exitCode(), run.err());
        Tidy.assertTidy(Files.readString(file));
        assertTrue(Files.readString(file).contains("train " + dataset + " --epochs 3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "compare"})
    void aFileThatCannotBeWrittenIsRefusedBeforeTheTraining(String command) {
        Path file = folder.resolve("missing/report.html");

        Wengert run = Wengert.run(command, "moons", "--report", file.toString());

        assertEquals(2, run.exitCode());
        assertEquals(
                "wengert " + command + ": --report: cannot write " + file + ": there is no folder " + file.getParent()
                        + "\nTry 'wengert " + command + " --help'.\n",
                run.err());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.pdf", "report", "svg"})
    void aFileOfAnotherKindIsRefused(String name) {
        Path file = folder.resolve(name);

        Wengert run = Wengert.run("train", "moons", "--report", file.toString());

        assertEquals(2, run.exitCode());
        assertEquals(
                "wengert train: --report: a page ends in .html, a picture of the charts in .svg: got " + file
                        + "\nTry 'wengert train --help'.\n",
                run.err());
        assertFalse(Files.exists(file));
    }

    @Test
    void aComparisonTellsLossesAndHowFarTheyAgree() throws IOException {
        Path file = folder.resolve("report.html");
        JsonObject json = Wengert.run(
                        "compare", "moons", "--epochs", "3", "--warmup", "0.01", "--json", "--report", file.toString())
                .json();
        String html = Files.readString(file);

        Drawing.parse(html);
        SVG.matcher(html).results().map(MatchResult::group).forEach(Tidy::assertTidy);
        json.getAsJsonArray("engines").forEach(engine -> {
            String loss = engine.getAsJsonObject().get("loss").getAsString();
            assertTrue(html.contains(">" + loss + "</td>"), loss);
        });
        assertEquals(3, rows(html, "step").size());
        assertTrue(html.contains("<li>tape "), html);
        assertTrue(html.contains(" at every step</li>"), html);
    }

    private String page(String... arguments) throws IOException {
        return ReportPage.of(folder, arguments);
    }
}
