package org.wengert.nn.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.ArityException;
import org.wengert.error.ClosedEngineException;
import org.wengert.nn.Blueprint;
import org.wengert.nn.ModelException;
import org.wengert.nn.Refused;
import org.wengert.nn.data.DataException;
import org.wengert.nn.data.TargetKind;
import org.wengert.nn.io.ModelFile;

/** What a predictor cannot answer. */
class PredictorRefusalTest extends SavedModel {
    @Test
    void aWrongWidthIsNamedWithTheRightOne() {
        save(2, 1, Optional.empty(), 1, 2, 3);
        try (Predictor predictor = Predictor.load(file, () -> Engines.open("tape"))) {
            Refused.with(
                    ArityException.class,
                    "predict: wrong number of inputs: the model takes 2, got 3",
                    () -> predictor.predict(1, 2, 3));
            Refused.with(
                    ArityException.class,
                    "predict: wrong number of inputs: the model takes 2, got 1",
                    () -> predictor.predictAll(new double[][] {{1, 2}, {1}}));
            assertArrayEquals(new double[] {8}, predictor.predict(1, 2).outputs(), "it goes on");
        }
    }

    @Test
    void samplesOfDifferentWidthsAreRefusedWhereAnyWidthWillDo() {
        try (Engine engine = Engines.open("tape")) {
            ModelFile.save(file, new Blueprint.Dropout(0.5).build(engine));
        }
        try (Predictor predictor = Predictor.load(file, () -> Engines.open("tape"))) {
            assertArrayEquals(new double[] {1, 2, 3}, predictor.predict(1, 2, 3).outputs());
            Refused.with(
                    ArityException.class,
                    "predict: samples differ in their number of inputs: sample 0 has 2, sample 1 has 1",
                    () -> predictor.predictAll(new double[][] {{1, 2}, {1}}));
        }
    }

    @Test
    void whatThePreprocessingRefusesIsRefused() {
        save(2, 2, Optional.of(preprocessing(TWO, classes(TargetKind.CLASSES, "x", "y"))), 1, 2, 3, 4, 5, 6);
        try (Predictor predictor = Predictor.load(file, () -> Engines.open("tape"))) {
            assertThrows(DataException.class, () -> predictor.predict(Map.of("a", "1")));
            assertThrows(DataException.class, () -> predictor.predict(1, Double.NaN));
        }
    }

    @Test
    void aClosedPredictorAnswersNothing() {
        save(1, 1, Optional.empty(), 1, 2);
        Predictor predictor = Predictor.load(file, () -> Engines.open("tape"));
        predictor.predict(1);

        predictor.close();
        predictor.close();

        Refused.with(
                ClosedEngineException.class,
                "predict: the predictor is closed; load the model again",
                () -> predictor.predict(1));
        Refused.with(
                ClosedEngineException.class,
                "predict: the predictor is closed; load the model again",
                () -> predictor.saliency(0, 1));
    }

    @Test
    void atLeastOneEngineIsNeeded() {
        save(1, 1, Optional.empty(), 1, 2);
        ModelFile model = ModelFile.read(file);

        Refused.with(
                ModelException.class,
                "predict: at least one engine is needed: got 0",
                () -> Predictor.of(model, Engines::open, 0));
    }
}
