package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.Mlp;
import org.wengert.nn.data.InputColumn;
import org.wengert.nn.data.Missing;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Standardizer;
import org.wengert.nn.data.Target;
import org.wengert.nn.data.TargetKind;
import org.wengert.nn.data.UnknownCategory;
import org.wengert.nn.io.ModelFile;
import org.wengert.tck.ChildJvm;

class PredictTest {
    private static final Target KIND =
            new Target(List.of("kind"), TargetKind.CLASSES, List.of("low, or so", "high"), Optional.empty());

    private static final Target PRICE = new Target(
            List.of("price"),
            TargetKind.NUMBERS,
            List.of(),
            Optional.of(new Standardizer(new double[] {100}, new double[] {10})));

    @TempDir
    private Path folder;

    private String model = "";
    private String csv = "";

    @BeforeEach
    void nameFiles() throws IOException {
        model = folder.resolve("m.safetensors").toString();
        csv = Files.writeString(folder.resolve("new.csv"), "id,colour,size\n1,red,2\n2,blue,-2\n")
                .toString();
    }

    private static Preprocessing preprocessing(Target target) {
        return new Preprocessing(
                List.of(
                        new InputColumn.Numbers("size", OptionalDouble.empty()),
                        new InputColumn.Categories("colour", List.of("red", "blue"), Optional.empty())),
                Missing.REFUSE,
                UnknownCategory.REFUSE,
                Optional.empty(),
                target);
    }

    /** Scores 0 and {@code ln 3 size / 2}: three to one for size 2. */
    private void saveClassifier() {
        double slope = Math.log(3) / 2;
        try (Engine engine = Engines.open("scalar")) {
            Mlp mlp = Mlp.of(engine, 3, List.of(Activation.LINEAR), 2).setParameters(0, 0, 0, 0, slope, 0, 0, 0);
            ModelFile.save(Path.of(model), mlp, preprocessing(KIND));
        }
    }

    /** {@code size + 5 red} in units of 10 above 100. */
    private void saveRegressor() {
        try (Engine engine = Engines.open("scalar")) {
            Mlp mlp = Mlp.of(engine, 3, List.of(Activation.LINEAR), 1).setParameters(1, 5, 0, 0);
            ModelFile.save(Path.of(model), mlp, preprocessing(PRICE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "tape"})
    void classesComeWithTheirProbability(String engine) {
        saveClassifier();

        Wengert run = Wengert.run("predict", model, csv, "--engine", engine);

        List<String> lines = run.out().lines().toList();
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("kind,probability", lines.get(0));
        assertTrue(lines.get(1).matches("high,0\\.7(5|49999).*"), lines.get(1));
        assertTrue(lines.get(2).matches("\"low, or so\",0\\.7(5|49999).*"), lines.get(2));
        assertEquals(3, lines.size());
        assertEquals("", run.err());
    }

    @Test
    void numbersComeInTheUnitsOfTheTrainingData() {
        saveRegressor();

        Wengert run = Wengert.run("predict", model, csv);

        assertEquals("price\n170.0\n80.0\n", run.out());
    }

    @Test
    void theAnswersCanGoToAFile() throws IOException {
        saveRegressor();
        Path output = folder.resolve("answers.csv");

        Wengert run = Wengert.run("predict", model, csv, "--output", output.toString());

        assertEquals("", run.out() + run.err());
        assertEquals("price\n170.0\n80.0\n", Files.readString(output));
    }

    @Test
    void jsonHoldsAllProbabilities() {
        saveClassifier();

        JsonObject json = Wengert.run("predict", model, csv, "--json").json();

        JsonObject first = json.get("predictions").getAsJsonArray().get(0).getAsJsonObject();
        assertEquals(2, json.get("rows").getAsInt());
        assertEquals(model, json.get("model").getAsString());
        assertEquals("high", first.get("kind").getAsString());
        assertEquals(0.75, first.get("probability").getAsDouble(), 1e-15);
        assertEquals(
                0.25,
                first.get("probabilities").getAsJsonObject().get("low, or so").getAsDouble(),
                1e-15);
    }

    @Test
    void jsonOfNumbersIsNamedByTheTarget() {
        saveRegressor();

        JsonObject json = Wengert.run("predict", model, csv, "--json").json();

        assertEquals(
                80,
                json.get("predictions")
                        .getAsJsonArray()
                        .get(1)
                        .getAsJsonObject()
                        .get("price")
                        .getAsDouble());
    }

    @Test
    void aModelWithoutPreprocessingTakesAllColumnsAsNumbers() throws IOException {
        try (Engine engine = Engines.open("scalar")) {
            ModelFile.save(
                    Path.of(model),
                    Mlp.of(engine, 2, List.of(Activation.LINEAR), 2).setParameters(1, 0, 0, 0, 1, 0.5));
        }
        Files.writeString(Path.of(csv), "a,b\n1,2\n3,4\n");

        assertEquals(
                "output0,output1\n1.0,2.5\n3.0,4.5\n",
                Wengert.run("predict", model, csv).out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``          | Missing required parameters: 'MODEL', 'FILE'
            `m`         | Missing required parameter: 'FILE'
            `m f x`     | one argument too many: 'x'
            `m f --out` | there is no option '--out'; did you mean '--output'?
            """)
    void aCommandLineThatIsNotUnderstoodSaysWhy(String arguments, String message) {
        Wengert run = Wengert.run(("predict " + arguments).strip().split(" "));

        assertEquals("wengert predict: " + message + "\nTry 'wengert predict --help'.\n", run.err());
        assertEquals(2, run.exitCode());
    }

    @Test
    void aMissingModelIsNamed() {
        assertFails("safetensors: no such file: " + model);
    }

    @Test
    void aModelThatIsNoneIsNamed() throws IOException {
        Files.writeString(Path.of(model), "PK");

        assertFails(
                "safetensors: file is truncated: " + model + " has 2 bytes, the length of its header alone takes 8");
    }

    @Test
    void aMissingFileIsNamed() {
        saveRegressor();
        csv = folder.resolve("none.csv").toString();

        assertFails("csv: no such file: " + csv);
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        saveRegressor();
        Files.writeString(Path.of(csv), "size,color\n1,red\n");

        assertFails("table: no such column: 'colour' in " + csv + ": columns are size, color");
    }

    @Test
    void anUnknownCategoryIsNamedWithItsPlace() throws IOException {
        saveRegressor();
        Files.writeString(Path.of(csv), "size,colour\n1,red\n2,green\n");

        assertFails("preprocessing: unknown category: 'green' in " + csv
                + ", line 3, column 'colour': known are red, blue\n  2,green\n    ^");
    }

    @Test
    void aRowThatIsShorterThanTheHeaderIsNamed() throws IOException {
        saveRegressor();
        Files.writeString(Path.of(csv), "size,colour\n1,red\n2\n");

        assertFails("csv: row of the wrong length: " + csv + ", line 3 has 1 fields, the first row has 2");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        saveRegressor();
        Files.writeString(Path.of(csv), "\uFEFFsize,colour\n1,red\n");

        assertEquals("price\n160.0\n", Wengert.run("predict", model, csv).out());
    }

    @Test
    void aTextAmongNumbersIsNamedWhereNoPreprocessingKnowsBetter() throws IOException {
        try (Engine engine = Engines.open("scalar")) {
            ModelFile.save(Path.of(model), Mlp.of(engine, 1, Activation.TANH, 1));
        }
        Files.writeString(Path.of(csv), "a\ny\nx\n");

        assertFails("table: wrong kind of column: 'a' holds categories, numbers are needed; say so where it is read:"
                + " CsvTable.numbers");
    }

    @Test
    void anOutputThatCannotBeWrittenIsNamed() {
        saveRegressor();
        String output = folder.resolve("none/answers.csv").toString();

        Wengert run = Wengert.run("predict", model, csv, "--output", output);

        assertEquals(
                "wengert predict: predict: cannot write " + output
                        + ": no such folder; what had the name before is as it was\n",
                run.err());
        assertEquals(1, run.exitCode());
    }

    private void assertFails(String message) {
        Wengert run = Wengert.run("predict", model, csv);

        assertEquals("wengert predict: " + message + "\n", run.err());
        assertEquals("", run.out());
        assertEquals(1, run.exitCode());
    }

    /** Linux has a file that takes nothing. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void anAnswerThatCannotBeWrittenIsAFailure() throws Exception {
        saveClassifier();
        for (String form : new String[] {"--engine=scalar", "--json"}) {
            Process process = ChildJvm.prepare(
                            Main.class, List.of("predict", model, csv, form), "--add-modules=jdk.incubator.vector")
                    .redirectErrorStream(false)
                    .redirectOutput(new File("/dev/full"))
                    .start();
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(1, process.waitFor(), err);
            assertTrue(
                    err.strip()
                            .endsWith(
                                    "wengert: standard output: it could not be written to its end, so the answer is not"
                                            + " complete; is the disk full, or has the reader gone?"),
                    err);
        }
    }
}
