package org.wengert.nn.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.Variable;
import org.wengert.nn.Activation;
import org.wengert.nn.BatchNorm1d;
import org.wengert.nn.Blueprint;
import org.wengert.nn.EachVariant;
import org.wengert.nn.Layer;
import org.wengert.nn.Mlp;
import org.wengert.nn.Model;
import org.wengert.nn.Variant;
import org.wengert.nn.data.InputColumn;
import org.wengert.nn.data.MinMax;
import org.wengert.nn.data.Missing;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Standardizer;
import org.wengert.nn.data.Target;
import org.wengert.nn.data.TargetKind;
import org.wengert.nn.data.UnknownCategory;

class ModelFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("model.safetensors");
    }

    /** Everything that a blueprint can hold, with numbers that differ from those of a new model. */
    static Model everything(Engine engine) {
        Model model = Blueprint.Sequential.of(
                        new Blueprint.Dense(3, 4, Activation.GELU_TANH),
                        new Blueprint.BatchNorm1d(4, 1e-4, 0.2),
                        new Blueprint.Residual(Blueprint.Sequential.of(
                                new Blueprint.Dense(4, 4, Activation.LEAKY_RELU), new Blueprint.LayerNorm(4, 1e-6))),
                        new Blueprint.Dropout(0.25),
                        new Blueprint.Dense(4, 2, Activation.LINEAR))
                .build(engine);
        int at = 1;
        for (Variable variable : ModelTensors.variables(model).values()) {
            double[] numbers = new double[variable.shape().size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = 1.5 + Math.sin(at++);
            }
            variable.set(numbers);
        }
        return model;
    }

    static Preprocessing preprocessing() {
        return new Preprocessing(
                List.of(
                        new InputColumn.Numbers("size", OptionalDouble.of(1 / 3.0)),
                        new InputColumn.Categories("colour", List.of("red", "blue"), Optional.of("blue"))),
                Missing.FILL,
                UnknownCategory.ZEROS,
                Optional.of(new Standardizer(new double[] {0.1}, new double[] {1e-300})),
                new Target(
                        List.of("a", "b"),
                        TargetKind.NUMBERS,
                        List.of(),
                        Optional.of(new MinMax(new double[] {0, 1}, new double[] {2, 1}, -1, 1))));
    }

    private static double[] outputs(Model model) {
        return model.forward(model.engine().constant(new double[][] {{1, 0.5, -2}, {0, 3, 1}}))
                .data();
    }

    @EachVariant
    void aModelComesBackWithItsBits(String variant) {
        try (Engine engine = Variant.open(variant)) {
            Model model = everything(engine);

            ModelFile.save(file, model);
            Model loaded = ModelFile.load(file, engine);

            assertEquals(model.blueprint(), loaded.blueprint());
            assertArrayEquals(outputs(model), outputs(loaded));
        }
    }

    @Test
    void aModelMovesToAnotherEngine() {
        try (Engine tape = Engines.open("tape");
                Engine scalar = Engines.open("scalar")) {
            Model model = everything(tape);

            ModelFile.save(file, model);

            assertArrayEquals(outputs(model), outputs(ModelFile.load(file, scalar)), 1e-12);
        }
    }

    @Test
    void theFileIsWhatPyTorchReads() {
        try (Engine engine = Engines.open("tape")) {
            ModelFile.save(file, everything(engine));
        }

        Map<String, Shape> shapes = new LinkedHashMap<>();
        Safetensors.read(file).tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));

        assertEquals(
                Map.ofEntries(
                        Map.entry("layers.0.weight", Shape.of(4, 3)),
                        Map.entry("layers.0.bias", Shape.of(4)),
                        Map.entry("layers.1.weight", Shape.of(4)),
                        Map.entry("layers.1.bias", Shape.of(4)),
                        Map.entry("layers.1.running_mean", Shape.of(4)),
                        Map.entry("layers.1.running_var", Shape.of(4)),
                        Map.entry("layers.2.inner.layers.0.weight", Shape.of(4, 4)),
                        Map.entry("layers.2.inner.layers.0.bias", Shape.of(4)),
                        Map.entry("layers.2.inner.layers.1.weight", Shape.of(4)),
                        Map.entry("layers.2.inner.layers.1.bias", Shape.of(4)),
                        Map.entry("layers.4.weight", Shape.of(2, 4)),
                        Map.entry("layers.4.bias", Shape.of(2))),
                shapes);
    }

    @Test
    void shapesFoundWithoutBuildingAreThoseOfTheModel() {
        try (Engine engine = Engines.open("scalar")) {
            Model model = everything(engine);
            Map<String, Shape> built = new LinkedHashMap<>();
            ModelTensors.variables(model).forEach((name, variable) -> built.put(name, variable.shape()));

            assertEquals(built, ModelTensors.shapes(model.blueprint()));
        }
    }

    @Test
    void metadataSayAllThatIsNeeded() {
        try (Engine engine = Engines.open("tape")) {
            ModelFile.save(file, Mlp.of(engine, 2, Activation.TANH, 3, 1));
        }

        Map<String, String> metadata = Safetensors.read(file).metadata();

        assertEquals("pt", metadata.get("format"));
        assertEquals("1", metadata.get("wengert.format"));
        assertEquals("float64", metadata.get("wengert.precision"));
        assertEquals(
                "{\"type\":\"sequential\",\"layers\":["
                        + "{\"type\":\"dense\",\"inputs\":2,\"outputs\":3,\"activation\":\"tanh\"},"
                        + "{\"type\":\"dense\",\"inputs\":3,\"outputs\":1,\"activation\":\"linear\"}]}",
                metadata.get("wengert.architecture"));
    }

    @Test
    void preprocessingTravelsWithTheModel() {
        try (Engine engine = Engines.open("scalar")) {
            ModelFile.save(file, everything(engine), preprocessing());
        }

        ModelFile read = ModelFile.read(file);

        assertEquals(Optional.of(preprocessing()), read.preprocessing());
    }

    @Test
    void classNamesTravelWithTheModelWhateverIsInThem() {
        Preprocessing named = new Preprocessing(
                List.of(
                        new InputColumn.Numbers("a", OptionalDouble.empty()),
                        new InputColumn.Numbers("\"b\"\n", OptionalDouble.empty())),
                Missing.REFUSE,
                UnknownCategory.REFUSE,
                Optional.empty(),
                new Target(List.of("kind"), TargetKind.CLASSES, List.of("é", "\"", "<&>"), Optional.empty()));
        try (Engine engine = Engines.open("scalar")) {
            ModelFile.save(file, Mlp.of(engine, 2, Activation.RELU, 3), named);
        }

        assertEquals(Optional.of(named), ModelFile.read(file).preprocessing());
    }

    @Test
    void precisionIsThatOfTheEngineUnlessChosen() {
        try (Engine single = Engines.open("tape", Map.of("wengert.tape.precision", "float32"));
                Engine twice = Engines.open("tape")) {
            Model small = Mlp.of(single, 2, Activation.TANH, 1).initialize(1);
            Model large = Mlp.of(twice, 2, Activation.TANH, 1).initialize(1);

            ModelFile.save(file, small);
            boolean ofSingle =
                    Safetensors.read(file).tensors().get("layers.0.weight").isSingle();
            Precision trained = ModelFile.read(file).precision();
            ModelFile.save(file, large);
            boolean ofDouble =
                    Safetensors.read(file).tensors().get("layers.0.weight").isSingle();
            ModelFile chosen = ModelFile.of(large, Optional.empty(), Precision.FLOAT32);

            assertEquals(true, ofSingle);
            assertEquals(Precision.FLOAT32, trained);
            assertEquals(false, ofDouble);
            assertEquals(true, chosen.tensors().get("layers.0.weight").isSingle());
            assertEquals(Precision.FLOAT64, chosen.precision());
        }
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        try (Engine engine = Engines.open("tape")) {
            ModelFile.save(file, everything(engine), preprocessing());
            byte[] first = Files.readAllBytes(file);
            ModelFile.read(file).write(file);

            assertArrayEquals(first, Files.readAllBytes(file));
        }
    }

    /** The state of torch.nn.Sequential-like modules: names, [outputs, inputs], and a counter that is a whole number. */
    @Test
    void aFileInPyTorchsLayoutLoadsIntoAModelThatTheCallerBuilt() throws IOException {
        String header = "{\"layers.0.weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
                + "\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]},"
                + "\"layers.1.weight\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[12,16]},"
                + "\"layers.1.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[16,20]},"
                + "\"layers.1.running_mean\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[20,24]},"
                + "\"layers.1.running_var\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[24,28]},"
                + "\"layers.1.num_batches_tracked\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[28,36]}}";
        Files.write(
                file,
                FileBytes.safetensors(header)
                        .floats(2, 3, 0.5f, 10, 7, 1.5f, 4)
                        .longs(12)
                        .bytes());
        try (Engine engine = Engines.open("tape")) {
            Model model = org.wengert.nn.Sequential.of(
                    Layer.of(engine, 2, 1, Activation.LINEAR), BatchNorm1d.of(engine, 1, 1e-5, 0.1));

            ModelFile.loadInto(file, model);

            double y = model.forward(engine.constant(new double[][] {{1, 1}})).item();
            assertEquals((2 + 3 + 0.5 - 1.5) / Math.sqrt(4 + 1e-5) * 10 + 7, y, 1e-12);
        }
    }

    @Test
    void aModelFileOfOursLoadsIntoAModelToo() {
        try (Engine engine = Engines.open("tape")) {
            Model model = everything(engine);
            ModelFile.save(file, model);
            Model other = model.blueprint().build(engine);

            ModelFile.loadInto(file, other);

            assertArrayEquals(outputs(model), outputs(other));
        }
    }
}
