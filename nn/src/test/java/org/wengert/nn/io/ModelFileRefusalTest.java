package org.wengert.nn.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.nn.Activation;
import org.wengert.nn.Blueprint;
import org.wengert.nn.Layer;
import org.wengert.nn.Mlp;
import org.wengert.nn.Model;
import org.wengert.nn.ModelException;
import org.wengert.nn.Refused;
import org.wengert.nn.Residual;
import org.wengert.nn.Sequential;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Preprocessing;

class ModelFileRefusalTest {
    @TempDir
    Path folder;

    private Path file;
    private Engine engine;
    private Map<String, Tensor> tensors;
    private Map<String, String> metadata;

    @BeforeEach
    void saveOne() {
        file = folder.resolve("m.safetensors");
        engine = Engines.open("tape");
        Mlp model = Mlp.of(engine, 2, Activation.TANH, 3, 1).initialize(1);
        ModelFile.save(file, model, Preprocessing.of(DataSet.numbers(new double[][] {{1, 2}}, new double[][] {{3}})));
        tensors = new LinkedHashMap<>(Safetensors.read(file).tensors());
        metadata = new LinkedHashMap<>(Safetensors.read(file).metadata());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void refused(String message) {
        new Safetensors(tensors, metadata).write(file);
        Refused.with(
                FileException.class,
                "model file: " + message.replace("FILE", file.toString()),
                () -> ModelFile.load(file, engine));
    }

    @Test
    void anotherArchitectureIsNamedByItsFirstMismatch() {
        Mlp wider = Mlp.of(engine, 2, Activation.TANH, 4, 1).initialize(2);
        double[] before = wider.parameters();

        Refused.with(
                FileException.class,
                "model file: another architecture: 'layers.0.weight' has shape [4, 2] in the model and [3, 2] in "
                        + file,
                () -> ModelFile.loadInto(file, wider));
        assertArrayEquals(before, wider.parameters());
    }

    @Test
    void aDeeperModelLacksTensorsAndAShallowerOneHasTooMany() {
        Refused.with(
                FileException.class,
                "model file: another architecture: the model has 'layers.2.weight' of shape [1, 1], " + file
                        + " has no such tensor: there are layers.0.weight, layers.0.bias, layers.1.weight,"
                        + " layers.1.bias",
                () -> ModelFile.loadInto(file, Mlp.of(engine, 2, Activation.TANH, 3, 1, 1)));
        Refused.with(
                FileException.class,
                "model file: another architecture: " + file + " has 'layers.1.weight' of shape [1, 3], the model has no"
                        + " such variable: there are layers.0.weight, layers.0.bias",
                () -> ModelFile.loadInto(file, Mlp.of(engine, 2, Activation.TANH, 3)));
    }

    @Test
    void aMissingTensorIsNamed() {
        tensors.remove("layers.1.bias");

        refused("another architecture: the model has 'layers.1.bias' of shape [1], FILE has no such tensor: there are"
                + " layers.0.weight, layers.0.bias, layers.1.weight");
    }

    @Test
    void aSuperfluousTensorIsNamed() {
        tensors.put("extra", Tensor.of(Shape.of(2), 1.0, 2.0));

        refused("another architecture: FILE has 'extra' of shape [2], the model has no such variable: there are"
                + " layers.0.weight, layers.0.bias, layers.1.weight, layers.1.bias");
    }

    @Test
    void aTextThatIsTooLongIsNeitherReadNorWritten() {
        metadata.compute("wengert.architecture", (key, text) -> text + " ".repeat(ModelFile.LONGEST_TEXT));
        int length = metadata.get("wengert.architecture").length();

        refused("text is too long: wengert.architecture of FILE has " + length
                + " characters, at most 8000000 are read");

        String name = "n".repeat(ModelFile.LONGEST_TEXT);
        Preprocessing wordy = Preprocessing.of(DataSet.numbers(List.of("a", name), new double[] {1, 2}, 1, 3.0));
        Mlp model = Mlp.of(engine, 2, Activation.TANH, 3, 1);
        FileException refusal =
                assertThrows(FileException.class, () -> ModelFile.save(folder.resolve("long"), model, wordy));
        assertTrue(refusal.getMessage().startsWith("model file: text is too long: wengert.preprocessing of "));
        assertFalse(Files.exists(folder.resolve("long")));
    }

    @Test
    void anUnknownActivationIsNamedWithThoseThatExist() {
        metadata.compute("wengert.architecture", (key, text) -> text.replace("tanh", "swoosh"));

        refused("FILE: the architecture, layers 0 has an unknown activation: 'swoosh': there are linear, tanh, relu,"
                + " sigmoid, leakyRelu, elu, softplus, gelu, geluTanh, silu");
    }

    @Test
    void aNewerFormatIsNamed() {
        metadata.put("wengert.format", "2");

        refused("unknown format: FILE is of format 2, this library reads 1; a newer version of it may read the file");
    }

    @Test
    void tensorsAloneSayNotWhatModelTheyAreOf() {
        metadata.clear();

        refused("no architecture: FILE holds tensors but does not say what model they are of; build that model and use"
                + " ModelFile.loadInto");
    }

    @ParameterizedTest
    @CsvSource({"wengert.architecture", "wengert.precision", "wengert.version"})
    void incompleteMetadataAreNamed(String key) {
        metadata.remove(key);

        refused("metadata are incomplete: FILE has no " + key);
    }

    @Test
    void anUnknownPrecisionIsNamed() {
        metadata.put("wengert.precision", "float16");

        refused("unknown precision: 'float16' in FILE: there are float32 and float64");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{`                 | FILE: the architecture is no JSON: {
            ``                  | FILE: the architecture must be an object
            `[]`                | FILE: the architecture must be an object
            `{}`                | FILE: the architecture lacks a field: 'type'
            `{"type":"conv"}`   | FILE: the architecture has a wrong field: 'type' must be one of dense, dropout, layer_norm, batch_norm_1d, residual, sequential: got "conv"
            `{"type":1}`        | FILE: the architecture has a wrong field: 'type' must be text: got 1
            `{"type":"sequential","layers":[]}` | FILE: the architecture has a wrong field: 'layers' must be at least one layer: got []
            `{"type":"sequential","layers":{}}` | FILE: the architecture has a wrong field: 'layers' must be a list: got {}
            `{"type":"sequential","layers":[1]}` | FILE: the architecture, layers 0 must be an object
            `{"type":"residual"}` | FILE: the architecture lacks a field: 'inner'
            `{"type":"dropout","rate":1}` | FILE: the architecture has a wrong field: 'rate' must be a number from 0.0 to 0.9999999999999999: got 1
            `{"type":"dropout","rate":"x"}` | FILE: the architecture has a wrong field: 'rate' must be a number: got "x"
            `{"type":"dropout","rate":0,"seed":1}` | FILE: the architecture has a field that nobody knows: 'seed'
            `{"type":"layer_norm","size":3,"eps":0}` | FILE: the architecture has a wrong field: 'eps' must be a number from 4.9E-324 to 1.7976931348623157E308: got 0
            `{"type":"dense","inputs":0,"outputs":1,"activation":"relu"}` | FILE: the architecture has a wrong field: 'inputs' must be a whole number from 1: got 0
            `{"type":"dense","inputs":1.5,"outputs":1,"activation":"relu"}` | FILE: the architecture has a wrong field: 'inputs' must be a whole number from 1: got 1.5
            `{"type":"dense","inputs":65536,"outputs":65536,"activation":"relu"}` | architecture cannot be: that of FILE: shape: too many numbers: [65536, 65536] holds more than the limit of 2147483647
            """)
    void anArchitectureThatIsNoneIsRefused(String json, String message) {
        metadata.put("wengert.architecture", json);

        refused(message);
    }

    @Test
    void anArchitectureNestedVeryDeeplyIsRefused() {
        metadata.put("wengert.architecture", "{\"type\":\"residual\",\"inner\":".repeat(100_000));

        new Safetensors(tensors, metadata).write(file);
        Refused.with(
                FileException.class,
                "model file: " + file + ": the architecture is no JSON: "
                        + "{\"type\":\"residual\",\"inner\":".repeat(4).substring(0, 80) + "... (2700000 characters)",
                () -> ModelFile.load(file, engine));
    }

    @Test
    void layersThatDoNotFitTogetherAreRefused() {
        metadata.compute("wengert.architecture", (key, text) -> text.replace("\"inputs\":3", "\"inputs\":4"));
        tensors.put("layers.1.weight", Tensor.of(Shape.of(1, 4), 1.0, 2.0, 3.0, 4.0));

        refused("architecture cannot be: that of FILE: blueprint: layers do not fit together: layers.1 takes 4 numbers,"
                + " gets 3");
    }

    @Test
    void aResidualLayerMustKeepTheWidth() {
        Model model = new Blueprint.Residual(new Blueprint.Dense(3, 2, Activation.TANH)).build(engine);

        Refused.with(
                ModelException.class,
                "blueprint: a residual layer must keep the width: the layer makes 2 numbers of 3",
                () -> ModelFile.save(file, model));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{}` | FILE: the preprocessing lacks a field: 'columns'
            `{"columns":[],"missing":"refuse","unknown":"zeros","target":{"names":["y"],"kind":"numbers","class_names":[]}}` | preprocessing cannot be: that of FILE: preprocessing: no inputs: a model needs at least one column
            `{"columns":[{"name":"a"}],"missing":"guess"}` | FILE: the preprocessing has a wrong field: 'missing' must be one of [refuse, fill, drop]: got "guess"
            `{"columns":[{"name":"a"}],"missing":"refuse","unknown":"zeros","scaler":{"means":[1],"deviations":["x"]}}` | FILE: the preprocessing, scaler has a wrong field: 'deviations' must be a number: got ["x"]
            `{"columns":[{"name":"a"}],"missing":"refuse","unknown":"zeros","target":{"names":["y"],"kind":"numbers","class_names":[]}}` | preprocessing cannot be: that of FILE: model file: preprocessing is not the model's: it has 1 inputs, the model 2
            """)
    void aPreprocessingThatIsNoneIsRefused(String json, String message) {
        metadata.put("wengert.preprocessing", json);

        refused(message);
    }

    @Test
    void aPreprocessingOfAnotherModelIsNotSaved() {
        Preprocessing three = Preprocessing.of(DataSet.numbers(new double[][] {{1, 2}}, new double[][] {{3, 4, 5}}));

        Refused.with(
                ModelException.class,
                "model file: preprocessing is not the model's: it has 3 outputs, the model 1",
                () -> ModelFile.save(file, Mlp.of(engine, 2, Activation.TANH, 1), three));
    }

    @Test
    void anActivationOfOnesOwnIsNotSaved() {
        Mlp own = Mlp.of(engine, 2, List.of(Activation.of("cube", x -> x.pow(3))), 1);

        Refused.with(
                ModelException.class,
                "model file: activation is one's own: 'cube' can be named but not described; keep the numbers with"
                        + " Safetensors and build the model in code",
                () -> ModelFile.of(own, Optional.empty(), Precision.FLOAT64));
    }

    @Test
    void aModelOfOnesOwnLayersIsNotSaved() {
        Model own = new Model() {
            @Override
            public Value forward(Value x) {
                return x;
            }

            @Override
            public List<org.wengert.Variable> variables() {
                return List.of();
            }

            @Override
            public Engine engine() {
                return engine;
            }
        };

        Refused.with(
                ModelException.class,
                "blueprint: the model has none, so it cannot be described, saved as a model file or exported; override"
                        + " blueprint(), or keep its variables by name",
                () -> ModelFile.save(file, own));
    }

    @Test
    void aModelThatNobodyCouldLoadIsNotSaved() {
        Mlp within = Mlp.of(engine, 1, Activation.TANH, 1);
        Sequential.of(within);
        Refused.with(
                ModelException.class,
                "model file: a variable is not named by its place: 'layers.0.layers.0.weight', where there should be"
                        + " layers.0.weight, layers.0.bias; save the whole network that it stands in, and leave labels as"
                        + " they are",
                () -> ModelFile.save(file, within));
        Layer twice = Layer.of(engine, 1, 1, Activation.TANH);
        Refused.with(
                ModelException.class,
                "blueprint: a layer stands in several places of this network, so building it anew would make several of one:"
                        + " 'layers.0.inner.weight'; keep its variables by name",
                () -> ModelFile.save(file, Sequential.of(twice, Residual.of(twice))));
    }
}
