package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
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
                "accuracy: the data set's targets are numbers: use r2",
                () -> Metrics.accuracy(new double[4], numbers));
        Refused.with(
                DataException.class,
                "r2: the data set's targets are classes: use accuracy",
                () -> Metrics.r2(new double[4], classes));
        Refused.with(
                DataException.class,
                "accuracy: wrong number of outputs: 4 samples need 8, got 4",
                () -> Metrics.accuracy(new double[4], classes));
    }
}
