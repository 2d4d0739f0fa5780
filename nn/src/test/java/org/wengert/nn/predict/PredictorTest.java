package org.wengert.nn.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.Close;
import org.wengert.nn.EachVariant;
import org.wengert.nn.Mlp;
import org.wengert.nn.ModelException;
import org.wengert.nn.Refused;
import org.wengert.nn.Variant;
import org.wengert.nn.data.Standardizer;
import org.wengert.nn.data.Table;
import org.wengert.nn.data.Target;
import org.wengert.nn.data.TargetKind;
import org.wengert.nn.io.ModelFile;

class PredictorTest extends SavedModel {
    @EachVariant
    void numbersComeInTheUnitsOfTheTrainingData(String variant) {
        Target target = new Target(
                List.of("y"),
                TargetKind.NUMBERS,
                List.of(),
                Optional.of(new Standardizer(new double[] {100}, new double[] {10})));
        save(
                2,
                1,
                Optional.of(preprocessing(TWO, target)
                        .withScaler(new Standardizer(new double[] {1, 2}, new double[] {2, 4}))),
                3,
                5,
                0.5);

        try (Predictor predictor = Predictor.load(file, () -> Variant.open(variant))) {
            Prediction prediction = predictor.predict(5, 10);

            double score = 3 * (5 - 1) / 2.0 + 5 * (10 - 2) / 4.0 + 0.5;
            assertArrayEquals(new double[] {score}, prediction.outputs());
            assertArrayEquals(new double[] {100 + 10 * score}, prediction.numbers());
            assertEquals(Optional.empty(), prediction.className());
            assertEquals(0, prediction.probabilities().length);
        }
    }

    @Test
    void aClassIsToldWithItsProbabilities() {
        save(
                1,
                3,
                Optional.of(preprocessing(TWO.subList(0, 1), classes(TargetKind.CLASSES, "x", "y", "z"))),
                0,
                Math.log(1),
                1,
                Math.log(2),
                0,
                Math.log(5));

        try (Predictor predictor = Predictor.load(file, () -> Engines.open("tape"))) {
            Prediction prediction = predictor.predict(Map.of("a", " 0 ", "other", "?"));

            assertEquals(Optional.of("z"), prediction.className());
            assertEquals(0, prediction.numbers().length);
            Close.assertClose("share", new double[] {0.125, 0.25, 0.625}, prediction.probabilities(), 1e-15, 0);
            assertEquals(Optional.of("y"), predictor.predict(2).className());
        }
    }

    @Test
    void scoresThatAreLargeOverflowNothing() {
        save(1, 2, Optional.of(preprocessing(TWO.subList(0, 1), classes(TargetKind.CLASSES, "x", "y"))), 1, 0, -1, 0);

        try (Predictor predictor = Predictor.load(file, () -> Engines.open("tape"))) {
            assertArrayEquals(new double[] {1, 0}, predictor.predict(1e6).probabilities());
        }
    }

    @Test
    void aSignIsToldWithTheLogisticFunctionOfItsScore() {
        save(1, 1, Optional.of(preprocessing(TWO.subList(0, 1), classes(TargetKind.SIGNS, "no", "yes"))), 1, 0);

        try (Predictor predictor = Predictor.load(file, () -> Engines.open("tape"))) {
            Prediction yes = predictor.predict(Math.log(3));
            Prediction no = predictor.predict(-Math.log(3));

            assertEquals(Optional.of("yes"), yes.className());
            Close.assertClose("yes", new double[] {0.25, 0.75}, yes.probabilities(), 1e-15, 0);
            assertEquals(Optional.of("no"), no.className());
            Close.assertClose("no", new double[] {0.75, 0.25}, no.probabilities(), 1e-15, 0);
        }
    }

    @Test
    void withoutAPreprocessingOutputsAreAllThereIs() {
        save(2, 2, Optional.empty(), 1, 2, 3, 4, 5, 6);

        try (Predictor predictor = Predictor.load(file, () -> Engines.open("tape"))) {
            Prediction prediction = predictor.predict(1, 1);

            assertArrayEquals(new double[] {6, 15}, prediction.numbers());
            assertEquals(Optional.empty(), prediction.className());
            Refused.with(
                    ModelException.class,
                    "predict: no columns: the model file says nothing of names; give the inputs as numbers",
                    () -> predictor.predict(Map.of("a", "1")));
        }
    }

    @Test
    void aScoreThatIsNoNumberTellsNoClass() {
        save(
                1,
                2,
                Optional.of(preprocessing(TWO.subList(0, 1), classes(TargetKind.CLASSES, "x", "y"))),
                1e308,
                0,
                -1e308,
                1);

        try (Predictor predictor = Predictor.load(file, () -> Engines.open("tape"))) {
            assertEquals(Optional.of("x"), predictor.predict(10).className());
        }
        try (Engine engine = Engines.open("tape")) {
            Mlp broken = Mlp.of(engine, 1, List.of(Activation.LINEAR), 2).setParameters(Double.NaN, 0, 1, 0);
            ModelFile.save(file, broken, preprocessing(TWO.subList(0, 1), classes(TargetKind.CLASSES, "x", "y")));
        }
        try (Predictor predictor = Predictor.load(file, () -> Engines.open("tape"))) {
            assertEquals(Optional.empty(), predictor.predict(10).className());
        }
    }

    @EachVariant
    void aBatchIsAnsweredLikeItsSamples(String variant) {
        save(2, 2, Optional.of(preprocessing(TWO, classes(TargetKind.CLASSES, "x", "y"))), 1, 2, 3, 4, 5, 6);

        try (Predictor predictor = Predictor.load(file, () -> Variant.open(variant))) {
            List<Prediction> expected = new ArrayList<>(List.of(predictor.predict(1, 2), predictor.predict(-3, 4)));

            assertEquals(expected, predictor.predictAll(new double[][] {{1, 2}, {-3, 4}}));
            assertEquals(
                    expected, predictor.predictAll(List.of(Map.of("a", "1", "b", "2"), Map.of("b", "4", "a", "-3"))));
            assertEquals(
                    expected,
                    predictor.predictAll(Table.of(
                            List.of("b", "id", "a"), List.of(List.of("2", "x", "1"), List.of("4", "y", "-3")))));
            assertEquals(List.of(), predictor.predictAll(new double[0][]));
        }
    }

    @EachVariant
    void saliencyIsTheGradientOfAnOutputByTheInputs(String variant) {
        save(2, 2, Optional.of(preprocessing(TWO, classes(TargetKind.CLASSES, "x", "y"))), 1, 2, 3, 4, 5, 6);

        try (Predictor predictor = Predictor.load(file, () -> Variant.open(variant))) {
            assertArrayEquals(new double[] {1, 2}, predictor.saliency(0, 9, 9));
            assertArrayEquals(new double[] {4, 5}, predictor.saliency(1, Map.of("a", "9", "b", "9")));
            assertArrayEquals(new double[] {1, 2}, predictor.saliency(0, 8, 8), "gradients do not add up");
            Refused.with(
                    ModelException.class,
                    "saliency: no such output: 2: there are 2, counted from 0",
                    () -> predictor.saliency(2, 9, 9));
        }
    }

    /** Central differences of a smooth network: {@code (f(x+h) - f(x-h)) / 2h}, right to h^2. */
    @Test
    void saliencyOfACurvedModelIsItsSlopeHere() {
        try (Engine engine = Engines.open("tape")) {
            ModelFile.save(file, Mlp.of(engine, 2, Activation.TANH, 5, 2).initialize(3));
        }
        try (Predictor predictor = Predictor.load(file, () -> Engines.open("tape"))) {
            double h = 1e-5;
            double slope = (predictor.predict(0.3 + h, -0.2).outputs()[1]
                            - predictor.predict(0.3 - h, -0.2).outputs()[1])
                    / (2 * h);

            assertEquals(slope, predictor.saliency(1, 0.3, -0.2)[0], 1e-9);
        }
    }

    @Test
    void itWorksWithConfigurationAlone() {
        save(1, 1, Optional.empty(), 1, 2);
        String before = System.setProperty("wengert.engine", "scalar");
        try (Predictor predictor = Predictor.load(file)) {
            assertArrayEquals(new double[] {5}, predictor.predict(3).outputs());
            assertEquals(1, predictor.model().inputs().orElseThrow());
        } finally {
            if (before == null) {
                System.clearProperty("wengert.engine");
            } else {
                System.setProperty("wengert.engine", before);
            }
        }
    }
}
