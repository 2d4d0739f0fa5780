package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.wengert.nn.data.DataException;
import org.wengert.nn.data.DataSet;

class MetricsTest {
    private static final double[][] FOUR = {{0}, {0}, {0}, {0}};

    @Test
    void accuracyOfClassesGoesByTheLargestOutput() {
        DataSet data = DataSet.classes(FOUR, 0, 1, 2, 1);
        double[] outputs = {3, 1, 2, 1, 3, 2, 3, 1, 2, -3, -1, -2};
        assertEquals(0.75, Metrics.accuracy(outputs, data));
    }

    @Test
    void ofEqualOutputsTheFirstCounts() {
        assertEquals(0.5, Metrics.accuracy(new double[8], DataSet.classes(FOUR, 0, 1, 0, 1)));
    }

    @Test
    void accuracyOfSignsGoesByTheSideOfZero() {
        DataSet data = DataSet.signs(FOUR, 1, -1, -1, 1);
        assertEquals(0.5, Metrics.accuracy(new double[] {0.1, 0.1, 0, 0}, data));
    }

    @Test
    void aNaNIsNeverRight() {
        double nan = Double.NaN;
        assertEquals(0, Metrics.accuracy(new double[] {nan, nan, nan, nan}, DataSet.signs(FOUR, 1, -1, -1, 1)));
        double[] outputs = {1, nan, nan, 1, 1, nan, nan, 1};
        assertEquals(0, Metrics.accuracy(outputs, DataSet.classes(FOUR, 0, 1, 0, 1)));
    }

    @Test
    void r2IsOneForTheTargetsAndZeroForTheirMean() {
        double[][] targets = {{1, 10}, {2, 30}, {3, 10}, {6, 30}};
        DataSet data = DataSet.numbers(FOUR, targets);
        assertEquals(1, Metrics.r2(new double[] {1, 10, 2, 30, 3, 10, 6, 30}, data));
        assertEquals(0, Metrics.r2(new double[] {3, 20, 3, 20, 3, 20, 3, 20}, data));
        // First output: 1 - 14/14 = 0; second: 1 - 100/400.
        assertEquals((0 + 0.75) / 2, Metrics.r2(new double[] {3, 20, 3, 30, 3, 10, 3, 30}, data));
    }

    @Test
    void r2OfTargetsThatAreAllEqualIsUndefined() {
        DataSet data = DataSet.numbers(FOUR, new double[][] {{1}, {1}, {1}, {1}});
        assertEquals(Double.NaN, Metrics.r2(new double[] {1, 1, 1, 1}, data));
    }

    @Test
    void aMetricThatDoesNotSuitTheTargetsIsRefused() {
        DataSet numbers = DataSet.numbers(FOUR, FOUR);
        DataSet classes = DataSet.classes(FOUR, 0, 1, 0, 1);
        Refused.with(
                DataException.class,
                "accuracy: the data set's targets are numbers; use r2",
                () -> Metrics.accuracy(new double[4], numbers));
        Refused.with(
                DataException.class,
                "r2: the data set's targets are classes; use accuracy",
                () -> Metrics.r2(new double[4], classes));
        Refused.with(
                DataException.class,
                "accuracy: wrong number of outputs: 4 samples need 8, got 4",
                () -> Metrics.accuracy(new double[4], classes));
    }

    @Test
    void topKLooksAtTheLargestOutputsOfWhichTheFirstCountFirst() {
        DataSet data = DataSet.classes(FOUR, 0, 1, 2, 1);
        double[] outputs = {3, 1, 2, 3, 1, 2, 3, 1, 2, 1, 1, 1};
        assertEquals(0.25, Metrics.topK(outputs, data, 1));
        assertEquals(0.75, Metrics.topK(outputs, data, 2));
        assertEquals(1, Metrics.topK(outputs, data, 3));
        double[] unknown = {3, 1, Double.NaN, 3, 1, 2, 3, 1, 2, 1, 1, 1};
        assertEquals(0.75, Metrics.topK(unknown, data, 3));
    }

    /** The example of scikit-learn's guide: 0.75. */
    @Test
    void aucIsThatOfAPublishedExample() {
        DataSet data = DataSet.signs(FOUR, -1, -1, 1, 1);
        assertEquals(0.75, Metrics.rocAuc(new double[] {0.1, 0.4, 0.35, 0.8}, data));
        assertEquals(0.5, Metrics.rocAuc(new double[] {0.0, -0.0, -0.0, 0.0}, data));
    }

    @Test
    void aucOfOutputsThatSoftmaxCannotTellApartIsRight() {
        DataSet data = DataSet.classes(FOUR, 0, 0, 1, 1);
        double[] outputs = {0, 800, 0, 900, 0, 1000, 0, 1100};
        assertEquals(1, Metrics.rocAuc(outputs, data));
    }

    @Test
    void aucIsUndefinedWithoutAPairAndWithoutANumber() {
        assertEquals(Double.NaN, Metrics.rocAuc(new double[4], DataSet.signs(FOUR, 1, 1, 1, 1)));
        double[] unknown = {1, Double.NaN, 2, 3};
        assertEquals(Double.NaN, Metrics.rocAuc(unknown, DataSet.signs(FOUR, 1, 1, -1, 1)));
    }

    @Test
    void errorsAreMeansOverSamplesAndThenOverOutputs() {
        DataSet data = DataSet.numbers(FOUR, new double[][] {{1, 10}, {2, 30}, {3, 10}, {6, 30}});
        double[] outputs = {1, 16, 4, 30, 3, 2, 2, 30};
        assertEquals(((2 + 4) / 4.0 + (6 + 8) / 4.0) / 2, Metrics.mae(outputs, data));
        assertEquals((Math.sqrt((4 + 16) / 4.0) + Math.sqrt((36 + 64) / 4.0)) / 2, Metrics.rmse(outputs, data));
    }

    @Test
    void otherMetricsThatDoNotSuitTheTargetsAreRefused() {
        DataSet numbers = DataSet.numbers(FOUR, FOUR);
        DataSet classes = DataSet.classes(FOUR, 0, 1, 0, 1);
        refused("top-k: the data set's targets are numbers; use r2", () -> Metrics.topK(new double[4], numbers, 1));
        refused("roc-auc: the data set's targets are numbers; use r2", () -> Metrics.rocAuc(new double[4], numbers));
        refused("mae: the data set's targets are classes; use accuracy", () -> Metrics.mae(new double[8], classes));
        refused("rmse: the data set's targets are classes; use accuracy", () -> Metrics.rmse(new double[8], classes));
        refused("rmse: wrong number of outputs: 4 samples need 4, got 3", () -> Metrics.rmse(new double[3], numbers));
        refused(
                "top-k: k must lie between 1 and the number of classes: got 3 of 2",
                () -> Metrics.topK(new double[8], classes, 3));
        refused(
                "top-k: a score for each class is needed: the data set's targets are signs: use accuracy",
                () -> Metrics.topK(new double[4], DataSet.signs(FOUR, 1, -1, 1, 1), 1));
    }

    private static void refused(String message, Executable call) {
        Refused.with(DataException.class, message, call);
    }
}
