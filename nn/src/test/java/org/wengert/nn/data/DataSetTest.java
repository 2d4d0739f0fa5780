package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.nn.EachEngine;
import org.wengert.nn.Randoms;
import org.wengert.nn.Refused;

class DataSetTest {
    /** Sample i has the input i and belongs to class i % classes. */
    private static DataSet counted(int n, int classes) {
        double[][] rows = IntStream.range(0, n).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        return DataSet.classes(rows, IntStream.range(0, n).map(i -> i % classes).toArray());
    }

    private static double[] inputs(DataSet data) {
        return IntStream.range(0, data.size()).mapToDouble(i -> data.row(i)[0]).toArray();
    }

    private static double[] sorted(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    @Test
    void whatIsHandedInAndOutIsACopy() {
        double[] features = {1, 2};
        double[] targets = {3, 4};
        DataSet data = DataSet.numbers(List.of("x"), features, 1, targets);
        features[0] = 99;
        targets[0] = 99;
        data.row(0)[0] = 99;
        data.target(0)[0] = 99;
        data.targetNumbers()[0] = 99;

        assertArrayEquals(new double[] {1}, data.row(0));
        assertArrayEquals(new double[] {3}, data.target(0));
    }

    @EachEngine
    void batchesHaveTheShapesThatLossesTake(String name) {
        try (Engine engine = Engines.open(name)) {
            Batch numbers = DataSet.numbers(
                            new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[][] {{1, 2}, {3, 4}, {5, 6}})
                    .batch();
            Batch signs = DataSet.signs(new double[][] {{1, 2}, {3, 4}}, 1, -1).batch();
            Batch classes = counted(4, 2).batch();

            assertEquals(Shape.of(3, 2), numbers.inputs(engine).shape());
            assertArrayEquals(
                    new double[] {1, 2, 3, 4, 5, 6}, numbers.inputs(engine).data());
            assertEquals(Shape.of(3, 2), numbers.targets(engine).shape());
            assertEquals(Shape.of(2, 1), signs.targets(engine).shape());
            assertArrayEquals(new double[] {1, -1}, signs.targets(engine).data());
            assertEquals(Shape.of(4), classes.targets(engine).shape());
            assertArrayEquals(new double[] {0, 1, 0, 1}, classes.targets(engine).data());
        }
    }

    @Test
    void batchesInOrderEndWithWhatIsLeft() {
        List<Integer> sizes = new ArrayList<>();
        List<Double> seen = new ArrayList<>();
        for (Batch batch : counted(10, 2).batches(4)) {
            sizes.add(batch.size());
            Arrays.stream(inputs(batch.samples())).forEach(seen::add);
        }
        assertEquals(List.of(4, 4, 2), sizes);
        assertEquals(List.of(0., 1., 2., 3., 4., 5., 6., 7., 8., 9.), seen);
    }

    @Test
    void shuffledBatchesHoldEverySampleOnceWithItsTargetAndDifferEachPass() {
        DataSet data = counted(100, 7);
        Iterable<Batch> batches = data.batches(9, Randoms.seeded(1));
        double[] first = pass(batches);
        double[] second = pass(batches);

        assertArrayEquals(inputs(data), sorted(first));
        assertArrayEquals(inputs(data), sorted(second));
        assertFalse(Arrays.equals(first, second), "two passes in one order");
        assertArrayEquals(first, pass(data.batches(9, Randoms.seeded(1))));
    }

    private static double[] pass(Iterable<Batch> batches) {
        List<Double> seen = new ArrayList<>();
        for (Batch batch : batches) {
            DataSet samples = batch.samples();
            for (int i = 0; i < samples.size(); i++) {
                assertEquals(samples.row(i)[0] % 7, samples.classOf(i));
                seen.add(samples.row(i)[0]);
            }
        }
        return seen.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void aSplitHoldsEverySampleOnce() {
        DataSet data = counted(50, 5);
        Split split = data.split(0.8, Randoms.seeded(1));

        assertEquals(40, split.train().size());
        assertEquals(10, split.test().size());
        double[] all = Arrays.copyOf(inputs(split.train()), 50);
        System.arraycopy(inputs(split.test()), 0, all, 40, 10);
        assertArrayEquals(inputs(data), sorted(all));
        assertFalse(Arrays.equals(inputs(data.take(40)), inputs(split.train())), "not shuffled");
    }

    @Test
    void aStratifiedSplitKeepsTheShareOfEveryClass() {
        DataSet data = counted(103, 3);
        Split split = data.stratifiedSplit(0.8, Randoms.seeded(1));

        assertArrayEquals(new int[] {28, 27, 27}, counts(split.train()));
        assertArrayEquals(new int[] {7, 7, 7}, counts(split.test()));
        double[] all = Arrays.copyOf(inputs(split.train()), 103);
        System.arraycopy(
                inputs(split.test()), 0, all, split.train().size(), split.test().size());
        assertArrayEquals(inputs(data), sorted(all));
    }

    private static int[] counts(DataSet data) {
        int[] counts = new int[data.classNames().size()];
        IntStream.range(0, data.size()).forEach(i -> counts[data.classOf(i)]++);
        return counts;
    }

    @Test
    void aRareClassIsInBothParts() {
        DataSet data = DataSet.classes(new double[][] {{0}, {1}, {2}, {3}, {4}, {5}}, 0, 0, 0, 0, 1, 1);
        Split split = data.stratifiedSplit(0.9, Randoms.seeded(1));
        assertArrayEquals(new int[] {3, 1}, counts(split.train()));
        assertArrayEquals(new int[] {1, 1}, counts(split.test()));
    }

    @Test
    void anEmptyClassInAStratifiedSplitIsRefused() {
        Refused.with(
                DataException.class,
                "stratified split: each part needs a sample of every class: class '2' has 0 of 4 samples",
                () -> counted(9, 3).select(0, 1, 3, 4).stratifiedSplit(0.5, Randoms.seeded(1)));
    }

    @Test
    void splitsThatCannotBeAreRefused() {
        DataSet data = counted(4, 2);
        Refused.with(
                DataException.class,
                "split: the first part's fraction must lie between 0 and 1: got 1.0",
                () -> data.split(1, Randoms.seeded(1)));
        Refused.with(
                DataException.class,
                "split: the first part's fraction must lie between 0 and 1: got NaN",
                () -> data.stratifiedSplit(Double.NaN, Randoms.seeded(1)));
        Refused.with(
                DataException.class,
                "split: one part would be empty: 0.01 of 4 samples",
                () -> data.split(0.01, Randoms.seeded(1)));
        Refused.with(
                DataException.class,
                "stratified split: the data set has no classes: its targets are numbers",
                () -> SeedRegression.of(9, 1).stratifiedSplit(0.5, Randoms.seeded(1)));
    }

    @Test
    void standardizingIsFittedOnTheTrainingPartAlone() {
        DataSet train =
                DataSet.numbers(new double[][] {{1, 7}, {3, 7}, {5, 7}, {7, 7}}, new double[][] {{0}, {0}, {0}, {0}});
        DataSet test = DataSet.numbers(new double[][] {{4, 9}, {9, 7}}, new double[][] {{0}, {0}});
        Split scaled = new Split(train, test).standardized();

        double deviation = Math.sqrt(5);
        assertArrayEquals(new double[] {-3 / deviation, 0}, scaled.train().row(0), 1e-15);
        assertArrayEquals(new double[] {0, 2}, scaled.test().row(0), 1e-15);
        assertArrayEquals(new double[] {5 / deviation, 0}, scaled.test().row(1), 1e-15);
        Standardizer standardizer = Standardizer.fit(train);
        assertArrayEquals(scaled.test().row(1), standardizer.apply(9, 7));
        assertArrayEquals(new double[] {4, 7}, standardizer.means());
        assertArrayEquals(new double[] {deviation, 1}, standardizer.deviations(), 1e-15);
        Refused.with(
                DataException.class,
                "standardize: wrong number of features: fitted on 2, got 1",
                () -> standardizer.apply(counted(3, 2)));
    }

    @Test
    void standardizingKeepsTheDigitsOfFeaturesFarFromZero() {
        double[][] rows = IntStream.range(0, 1000)
                .mapToObj(i -> new double[] {1e9 + i % 2})
                .toArray(double[][]::new);
        Standardizer fitted = Standardizer.fit(DataSet.classes(rows, new int[1000]));
        assertEquals(0.5, fitted.deviations()[0], 1e-6);
    }

    @Test
    void aSelectionOfAScaledSetIsTheScaledSelection() {
        DataSet data = counted(20, 2);
        Standardizer standardizer = Standardizer.fit(data);
        int[] chosen = {7, 3, 3};
        assertArrayEquals(
                inputs(standardizer.apply(data.select(chosen))),
                inputs(standardizer.apply(data).select(chosen)));
    }

    @Test
    void takingMoreThanThereIsTakesAll() {
        assertEquals(5, counted(5, 2).take(99).size());
        assertArrayEquals(new double[] {0, 1, 2}, inputs(counted(5, 2).take(3)));
    }

    @Test
    void numbersThatMakeNoDataSetAreRefused() {
        Refused.with(
                DataException.class,
                "data set: not a finite number: input 1 of sample 2 is NaN",
                () -> DataSet.classes(new double[][] {{1, 2}, {3, 4}, {5, Double.NaN}}, 0, 1, 0));
        Refused.with(
                DataException.class,
                "data set: not a finite number: target 0 of sample 1 is Infinity",
                () -> DataSet.numbers(List.of("x"), new double[] {1, 2}, 1, 3, Double.POSITIVE_INFINITY));
        Refused.with(
                DataException.class,
                "data set: wrong number of targets: 4 needed, got 3",
                () -> DataSet.numbers(List.of("x"), new double[] {1, 2}, 2, 3, 4, 5));
        Refused.with(
                DataException.class,
                "data set: class out of range: sample 1 has class 3, classes are 0 to 1",
                () -> DataSet.classes(List.of("x"), new double[] {1, 2}, List.of("a", "b"), 0, 3));
        Refused.with(
                DataException.class,
                "data set: a sign must be -1 or 1: sample 1 has 0.0",
                () -> DataSet.signs(new double[][] {{1}, {2}}, 1, 0));
        Refused.with(
                DataException.class,
                "data set: feature rows differ in length: row 0 has 2 numbers, row 1 has 1",
                () -> DataSet.classes(new double[][] {{1, 2}, {3}}, 0, 1));
        Refused.with(
                DataException.class,
                "data set: inputs do not fill whole samples: 3 numbers for samples of 2",
                () -> DataSet.numbers(List.of("x", "y"), new double[3], 1, 0));
        Refused.with(
                DataException.class,
                "data set: no features: a sample must have at least one",
                () -> DataSet.numbers(List.of(), new double[0], 1));
        Refused.with(
                DataException.class,
                "data set: no samples: there must be at least one",
                () -> DataSet.numbers(List.of("x"), new double[0], 1));
    }

    @Test
    void selectionsThatCannotBeAreRefused() {
        DataSet data = counted(5, 2);
        Refused.with(DataException.class, "data set: no such sample: 5 of 5", () -> data.select(0, 5));
        Refused.with(DataException.class, "data set: no samples are left: none was selected of 5", () -> data.take(0));
        Refused.with(
                DataException.class,
                "batches: a batch must hold at least one sample: got size 0",
                () -> data.batches(0));
    }
}
