package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.wengert.nn.Randoms;
import org.wengert.nn.Refused;

class KFoldTest {
    /** Sample i has the input i; of classes, each has one sample more than the one before. */
    private static DataSet counted(int n, int... classes) {
        double[][] rows = IntStream.range(0, n).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        return DataSet.classes(rows, classes);
    }

    private static DoubleStream inputs(DataSet data) {
        return IntStream.range(0, data.size()).mapToDouble(i -> data.row(i)[0]);
    }

    @Property(tries = 200)
    void everySampleIsInOneTestPartAndInAllOtherTrainingParts(
            @ForAll @IntRange(min = 2, max = 40) int n, @ForAll @IntRange(min = 2, max = 10) int k, @ForAll long seed) {
        int folds = Math.min(n, k);
        DataSet data = counted(n, new int[n]);
        double[] all = inputs(data).toArray();

        List<Split> splits = KFold.split(data, folds, Randoms.seeded(seed));

        assertEquals(folds, splits.size());
        assertArrayEquals(
                all,
                splits.stream()
                        .flatMapToDouble(split -> inputs(split.test()))
                        .sorted()
                        .toArray());
        for (Split split : splits) {
            assertTrue(split.test().size() == n / folds || split.test().size() == (n + folds - 1) / folds);
            assertArrayEquals(
                    all,
                    DoubleStream.concat(inputs(split.train()), inputs(split.test()))
                            .sorted()
                            .toArray());
        }
    }

    @Property(tries = 200)
    void stratifiedFoldsDifferByOneSampleOfEachClassAtMost(
            @ForAll @IntRange(min = 2, max = 6) int folds,
            @ForAll @IntRange(min = 0, max = 9) int more,
            @ForAll @IntRange(min = 0, max = 9) int evenMore,
            @ForAll long seed) {
        int[] classes = IntStream.range(0, 2 * folds + more + evenMore)
                .map(i -> i < folds + more ? 0 : 1)
                .toArray();
        DataSet data = counted(classes.length, classes);

        List<Split> splits = KFold.stratifiedSplit(data, folds, Randoms.seeded(seed));

        assertArrayEquals(
                inputs(data).toArray(),
                splits.stream()
                        .flatMapToDouble(split -> inputs(split.test()))
                        .sorted()
                        .toArray());
        assertEven(splits, data, folds, 0);
        assertEven(splits, data, folds, 1);
        IntStream sizes = splits.stream().mapToInt(split -> split.test().size());
        assertTrue(sizes.allMatch(size -> size == classes.length / folds || size == (classes.length - 1) / folds + 1));
    }

    private static void assertEven(List<Split> splits, DataSet data, int folds, int wanted) {
        long all = count(data, wanted);
        for (Split split : splits) {
            long count = count(split.test(), wanted);
            assertTrue(count == all / folds || count == (all + folds - 1) / folds);
        }
    }

    private static long count(DataSet data, int wanted) {
        return IntStream.range(0, data.size())
                .filter(i -> data.classOf(i) == wanted)
                .count();
    }

    @Test
    void foldsFollowFromTheGeneratorAndAreShuffled() {
        DataSet data = counted(30, IntStream.range(0, 30).map(i -> i / 15).toArray());
        List<Split> first = KFold.stratifiedSplit(data, 3, Randoms.seeded(1));
        List<Split> again = KFold.stratifiedSplit(data, 3, Randoms.seeded(1));

        for (int k = 0; k < 3; k++) {
            double[] train = inputs(first.get(k).train()).toArray();
            assertArrayEquals(train, inputs(again.get(k).train()).toArray());
            double[] sorted = train.clone();
            Arrays.sort(sorted);
            assertTrue(!Arrays.equals(sorted, train), "not shuffled");
            assertTrue(IntStream.range(0, 10)
                            .map(first.get(0).test()::classOf)
                            .limit(5)
                            .distinct()
                            .count()
                    == 2);
        }
    }

    @Test
    void foldsOfATableAreThoseOfItsRows() {
        List<List<String>> rows = IntStream.range(0, 12)
                .mapToObj(i -> List.of(Integer.toString(i), i < 6 ? "a" : "b"))
                .collect(Collectors.toUnmodifiableList());
        Table table = Table.of(List.of("x", "kind"), rows);

        for (TableSplit split : KFold.stratifiedSplit(table, "kind", 3, Randoms.seeded(1))) {
            Split data = split.apply(Preprocessing.fit(split.train(), Preparation.of("kind")));
            assertEquals(2, count(data.test(), 0));
            assertEquals(4, count(data.train(), 1));
        }
        assertEquals(12, KFold.split(table, 12, Randoms.seeded(1)).size());
    }

    @Test
    void foldsThatCannotBeAreRefused() {
        DataSet data = counted(5, 0, 0, 0, 1, 1);
        Refused.with(
                DataException.class,
                "k-fold: at least 2 folds and a sample in each are needed: got 6 folds of 5 samples",
                () -> KFold.split(data, 6, Randoms.seeded(1)));
        Refused.with(
                DataException.class,
                "k-fold: at least 2 folds are needed: got 1",
                () -> KFold.stratifiedSplit(data, 1, Randoms.seeded(1)));
        Refused.with(
                DataException.class,
                "stratified k-fold: each of 3 folds needs a sample of every class: class '1' has 2 of 5 samples",
                () -> KFold.stratifiedSplit(data, 3, Randoms.seeded(1)));
        Refused.with(
                DataException.class,
                "stratified k-fold: the data set has no classes: its targets are numbers",
                () -> KFold.stratifiedSplit(SeedRegression.of(9, 1), 3, Randoms.seeded(1)));
    }
}
