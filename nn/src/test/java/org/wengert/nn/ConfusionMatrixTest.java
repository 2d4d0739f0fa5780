package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wengert.nn.data.DataException;
import org.wengert.nn.data.DataSet;

class ConfusionMatrixTest {
    private static final List<String> ANIMALS = List.of("cat", "dog", "pig");

    /** The example of scikit-learn's guide for F1: 2 cats of 2 told, no dog, no pig. */
    private static final ConfusionMatrix MATRIX =
            ConfusionMatrix.of(ANIMALS, new int[] {0, 1, 2, 0, 1, 2}, new int[] {0, 2, 1, 0, 0, 1});

    @Test
    void pairsAreCounted() {
        assertEquals(2, MATRIX.count(0, 0));
        assertEquals(1, MATRIX.count(1, 2));
        assertEquals(2, MATRIX.count(2, 1));
        assertEquals(0, MATRIX.count(2, 2));
        assertEquals(2, MATRIX.samples(1));
        assertEquals(3, MATRIX.told(0));
        assertEquals(6, MATRIX.samples());
        assertEquals(ANIMALS, MATRIX.classNames());
    }

    /** The figures that scikit-learn's documentation prints for these: 0.22, 0.33, 0.22, and 0.33 for both micro ones. */
    @Test
    void averagesAreThoseOfAPublishedExample() {
        assertEquals(2 / 9.0, MATRIX.precision(Average.MACRO), 1e-15);
        assertEquals(2 / 9.0, MATRIX.precision(Average.WEIGHTED), 1e-15);
        assertEquals(2 / 6.0, MATRIX.precision(Average.MICRO), 1e-15);
        assertEquals(2 / 6.0, MATRIX.recall(Average.MACRO), 1e-15);
        assertEquals(0.8 / 3, MATRIX.f1(Average.MACRO), 1e-15);
        assertEquals(2 / 6.0, MATRIX.f1(Average.MICRO), 1e-15);
        assertEquals(0.8, MATRIX.f1(0), 1e-15);
        assertEquals(0, MATRIX.f1(1));
    }

    @Test
    void weightsAreTheNumbersOfSamples() {
        ConfusionMatrix matrix = ConfusionMatrix.of(List.of("a", "b"), new int[] {0, 0, 0, 1}, new int[] {0, 0, 1, 1});
        assertEquals((3 * 1 + 1 * 0.5) / 4, matrix.precision(Average.WEIGHTED));
        assertEquals((1 + 0.5) / 2, matrix.precision(Average.MACRO));
        assertEquals((3 * 0.8 + 1 * (2 / 3.0)) / 4, matrix.f1(Average.WEIGHTED), 1e-15);
    }

    @Test
    void aClassWithoutSamplesCountsInMeansOnlyIfItWasTold() {
        ConfusionMatrix absent = ConfusionMatrix.of(ANIMALS, new int[] {0, 1}, new int[] {0, 1});
        assertEquals(1, absent.precision(Average.MACRO));
        assertEquals(0, absent.precision(2));
        assertEquals(0, absent.recall(2));
        assertEquals(0, absent.f1(2));

        ConfusionMatrix told = ConfusionMatrix.of(ANIMALS, new int[] {0, 1}, new int[] {0, 2});
        assertEquals(1 / 3.0, told.recall(Average.MACRO));
        assertEquals(0.5, told.recall(Average.WEIGHTED));
    }

    @Test
    void whatWasNotToldIsAMissOfTheClassAndAFalseAlarmOfNone() {
        DataSet data = DataSet.classes(new double[][] {{0}, {0}, {0}}, 0, 1, 1);
        ConfusionMatrix matrix = ConfusionMatrix.of(new double[] {1, 0, Double.NaN, 9, 0, 1}, data);

        assertEquals(1, matrix.untold(1));
        assertEquals(0.5, matrix.recall(1));
        assertEquals(1, matrix.precision(1));
        assertEquals(2 / 3.0, matrix.accuracy());
        assertEquals(1, matrix.precision(Average.MICRO));
        assertEquals(2 / 3.0, matrix.recall(Average.MICRO));
        assertEquals(4 / 5.0, matrix.f1(Average.MICRO));
    }

    @Test
    void signsAreTwoClasses() {
        DataSet data = DataSet.signs(new double[][] {{0}, {0}, {0}}, 1, -1, -1);
        ConfusionMatrix matrix = ConfusionMatrix.of(new double[] {0.5, 0, 2}, data);
        assertEquals(ConfusionMatrix.of(List.of("-1", "1"), new int[] {1, 0, 0}, new int[] {1, 0, 1}), matrix);
        assertEquals(
                ConfusionMatrix.of(List.of("-1", "1"), new int[] {1, 0, 0}, new int[] {1, 0, 1})
                        .hashCode(),
                matrix.hashCode());
        assertNotEquals(ConfusionMatrix.of(List.of("-1", "1"), new int[] {1, 0, 0}, new int[] {1, 1, 1}), matrix);
    }

    @Test
    void itIsATableInWords() {
        assertEquals("""
            actual \\ told  cat  dog  pig
            cat              2    0    0
            dog              1    0    1
            pig              0    2    0\
            """, MATRIX.toString());
        assertEquals(
                """
                actual \\ told  a\\u000a  bee  (none)
                a\\u000a              1    0       0
                bee                  0    0      11\
                """,
                ConfusionMatrix.of(List.of("a\n", "bee"), new int[] {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, new int[] {
                            0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1
                        })
                        .toString());
    }

    @Test
    void whatCannotBeCountedIsRefused() {
        Refused.with(
                DataException.class,
                "confusion matrix: a class must be told of each sample: 2 samples, 1 are told",
                () -> ConfusionMatrix.of(ANIMALS, new int[] {0, 1}, new int[] {0}));
        Refused.with(
                DataException.class,
                "confusion matrix: class out of range: sample 1 has class 0 and was told as 3, classes are 0 to 2",
                () -> ConfusionMatrix.of(ANIMALS, new int[] {0, 0}, new int[] {0, 3}));
        Refused.with(
                DataException.class,
                "confusion matrix: the data set's targets are numbers; use r2",
                () -> ConfusionMatrix.of(new double[1], DataSet.numbers(new double[][] {{1}}, new double[][] {{1}})));
    }
}
