package org.wengert.nn.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.Blueprint;
import org.wengert.nn.Mlp;
import org.wengert.nn.Model;
import org.wengert.nn.ModelException;
import org.wengert.nn.Refused;
import org.wengert.nn.data.DataException;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.InputColumn;
import org.wengert.nn.data.MinMax;
import org.wengert.nn.data.Missing;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Scaler;
import org.wengert.nn.data.Standardizer;
import org.wengert.nn.data.Target;
import org.wengert.nn.data.TargetKind;
import org.wengert.nn.data.UnknownCategory;

/** Exported models, run by another program. */
class OnnxExportTest {
    private static final int ROWS = 64;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("model.onnx");
    }

    private static Engine open(Precision precision) {
        return Engines.open("tape", Map.of("wengert.tape.precision", JsonFields.word(precision)));
    }

    /** Both sides of every kink, the tails, and what is in between. */
    private static double[][] rows(int width) {
        double[][] rows = new double[ROWS][width];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < width; j++) {
                double even = 2.0 * (i * width + j) / (ROWS * width - 1) - 1;
                rows[i][j] = (float) (12 * even * even * even + 0.25 * Math.sin(i + j));
            }
        }
        rows[0][0] = 0;
        return rows;
    }

    private static double[] outputs(Model model, double[][] rows) {
        return model.forward(model.engine().constant(rows)).data();
    }

    /** {@code |x - e| <= t max(1, |e|)}: 1e-6 in single precision, 1e-12 in double. */
    private static void assertSame(Precision precision, double[] expected, double[] actual) {
        double tolerance = precision == Precision.FLOAT32 ? 1e-6 : 1e-12;
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            double e = expected[i];
            double a = actual[i];
            assertTrue(Math.abs(a - e) <= tolerance * Math.max(1, Math.abs(e)), () -> "expected " + e + ", got " + a);
        }
    }

    private void assertComesBack(Precision precision, Model model, int width) {
        OnnxExport.of(model).write(file);

        assertSame(precision, outputs(model, rows(width)), OnnxRun.outputs(file, precision, rows(width)));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> activations() {
        return Activation.table().stream()
                .flatMap(activation -> Stream.of(Precision.values())
                        .map(precision -> org.junit.jupiter.params.provider.Arguments.of(activation, precision)));
    }

    /** An identity matrix before the activation: nothing hides what it does. */
    @ParameterizedTest
    @MethodSource("activations")
    void everyActivationComputesTheSame(Activation activation, Precision precision) {
        try (Engine engine = open(precision)) {
            Mlp model = Mlp.of(engine, 2, List.of(activation), 2).setParameters(1, 0, 0, 0, 1, 0);

            assertComesBack(precision, model, 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfLayerComputesTheSame(Precision precision) {
        try (Engine engine = open(precision)) {
            assertComesBack(precision, ModelFileTest.everything(engine), 3);
        }
    }

    /** Epsilon matters here: it is far above the variances. */
    @ParameterizedTest
    @EnumSource
    void batchNormComputesTheSameWhereEpsilonCounts(Precision precision) {
        try (Engine engine = open(precision)) {
            Model model = new Blueprint.BatchNorm1d(2, 1e-3, 0.1).build(engine);
            ModelTensors.variables(model).get("running_var").set(1e-6, 2e-6);
            ModelTensors.variables(model).get("running_mean").set(0.5, -0.25);

            assertComesBack(precision, model, 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void layerNormComputesTheSameWhereEpsilonCounts(Precision precision) {
        try (Engine engine = open(precision)) {
            assertComesBack(precision, new Blueprint.LayerNorm(2, 10).build(engine), 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModelOfManyLayersComputesTheSame(Precision precision) {
        try (Engine engine = open(precision)) {
            assertComesBack(
                    precision, Mlp.of(engine, 7, Activation.TANH, 33, 17, 5).initialize(3), 7);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void probabilitiesAreThereIfAskedFor(int outputs) {
        try (Engine engine = open(Precision.FLOAT64)) {
            Mlp model = Mlp.of(engine, 2, Activation.TANH, outputs).initialize(3);
            OnnxExport.of(model).probabilities().write(file);

            double[] scores = outputs(model, rows(2));
            double[] expected = new double[scores.length];
            for (int i = 0; i < scores.length; i++) {
                double sum = 0;
                for (int j = i / outputs * outputs; j < i / outputs * outputs + outputs; j++) {
                    sum += Math.exp(scores[j]);
                }
                expected[i] = outputs == 1 ? 1 / (1 + Math.exp(-scores[i])) : Math.exp(scores[i]) / sum;
            }
            assertSame(Precision.FLOAT64, expected, OnnxRun.outputs(file, Precision.FLOAT64, rows(2)));
        }
    }

    static Stream<Scaler> scalers() {
        return Stream.of(
                new Standardizer(new double[] {1, -2}, new double[] {3, 0.5}),
                new MinMax(new double[] {-1, 5}, new double[] {2, 5}, -1, 3));
    }

    @ParameterizedTest
    @MethodSource("scalers")
    void rawNumbersGoInAndNumbersInTheirUnitsComeOut(Scaler scaler) {
        Preprocessing preprocessing = new Preprocessing(
                List.of(
                        new InputColumn.Numbers("a", OptionalDouble.of(0.75)),
                        new InputColumn.Numbers("b", OptionalDouble.of(-3))),
                Missing.FILL,
                UnknownCategory.REFUSE,
                Optional.of(scaler),
                new Target(List.of("y", "z"), TargetKind.NUMBERS, List.of(), Optional.of(scaler)));
        double[][] rows = rows(2);
        rows[5][1] = Double.NaN;
        try (Engine engine = open(Precision.FLOAT64)) {
            Mlp model = Mlp.of(engine, 2, Activation.TANH, 4, 2).initialize(3);
            OnnxExport.of(model).preprocessing(preprocessing).write(file);

            double[] expected = Stream.of(rows)
                    .flatMapToDouble(row -> java.util.Arrays.stream(
                            preprocessing.target().numbers(outputs(model, new double[][] {preprocessing.apply(row)}))))
                    .toArray();
            assertSame(Precision.FLOAT64, expected, OnnxRun.outputs(file, Precision.FLOAT64, rows));
        }
    }

    @Test
    void namesOfInputsAndClassesAreInTheMetadata() throws IOException {
        DataSet data = DataSet.classes(List.of("a", "b"), new double[] {1, 2, 3, 4}, List.of("no", "\"yes\""), 0, 1);
        try (Engine engine = open(Precision.FLOAT32)) {
            OnnxExport.of(Mlp.of(engine, 2, Activation.TANH, 2))
                    .preprocessing(Preprocessing.of(data))
                    .write(file);
        }

        assertEquals(
                Map.of(
                        "feature_names", "[\"a\",\"b\"]",
                        "class_names", "[\"no\",\"\\\"yes\\\"\"]",
                        "target_kind", "classes",
                        "target_names", "[\"target\"]"),
                OnnxRun.metadata(file));
    }

    @Test
    void theOperatorSetIsSeventeenAndTheBatchIsOfAnySize() throws IOException {
        try (Engine engine = open(Precision.FLOAT32)) {
            OnnxExport.of(ModelFileTest.everything(engine)).write(file);

            ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));
            List<String> operators = model.getGraph().getNodeList().stream()
                    .map(NodeProto::getOpType)
                    .toList();
            assertEquals(17, model.getOpsetImport(0).getVersion());
            assertEquals(8, model.getIrVersion());
            assertTrue(operators.containsAll(List.of("Gemm", "BatchNormalization", "LayerNormalization", "LeakyRelu")));
            assertFalse(operators.contains("Dropout"));
            double[][] one = {rows(3)[9]};
            assertSame(
                    Precision.FLOAT32,
                    outputs(ModelFileTest.everything(engine), one),
                    OnnxRun.outputs(file, Precision.FLOAT32, one));
        }
    }

    @Test
    void thePrecisionCanBeChosen() {
        try (Engine engine = open(Precision.FLOAT64)) {
            Model model = ModelFileTest.everything(engine);
            OnnxExport.of(model).precision(Precision.FLOAT32).write(file);

            assertArrayEquals(outputs(model, rows(3)), OnnxRun.outputs(file, Precision.FLOAT32, rows(3)), 1e-4);
        }
    }

    @Test
    void aModelOfDropoutAloneHasNoWidth() {
        try (Engine engine = open(Precision.FLOAT64)) {
            Model model = new Blueprint.Dropout(0.5).build(engine);

            Refused.with(
                    ModelException.class,
                    "onnx: inputs of any width cannot be exported: the model has no layer that says how many it takes",
                    () -> OnnxExport.of(model).write(file));
        }
    }

    @Test
    void whatCannotBeExportedIsRefused() {
        try (Engine engine = open(Precision.FLOAT64)) {
            Mlp own = Mlp.of(engine, 2, List.of(Activation.of("cube", x -> x.pow(3))), 1);
            Mlp two = Mlp.of(engine, 3, Activation.TANH, 2);
            Preprocessing numbers = Preprocessing.of(DataSet.numbers(new double[][] {{1, 2}}, new double[][] {{3}}));

            Refused.with(
                    ModelException.class,
                    "onnx: activation is one's own: no operators are known for 'cube'",
                    () -> OnnxExport.of(own).write(file));
            Mlp disguised = Mlp.of(engine, 2, List.of(Activation.of("relu", x -> x.square())), 1);
            Refused.with(
                    ModelException.class,
                    "onnx: activation is one's own: no operators are known for 'relu'",
                    () -> OnnxExport.of(disguised).write(file));
            Refused.with(
                    DataException.class,
                    "onnx: columns must be of numbers: 'colour' is of categories; export the model without its"
                            + " preprocessing and encode them before",
                    () -> OnnxExport.of(two).preprocessing(ModelFileTest.preprocessing()));
            Refused.with(
                    ModelException.class,
                    "model file: preprocessing is not the model's: it has 2 inputs, the model 3",
                    () -> OnnxExport.of(two).preprocessing(numbers).write(file));
            Refused.with(
                    ModelException.class,
                    "onnx: no probabilities: the targets are numbers",
                    () -> OnnxExport.of(Mlp.of(engine, 2, Activation.TANH, 1))
                            .preprocessing(numbers)
                            .probabilities()
                            .write(file));
        }
    }
}
