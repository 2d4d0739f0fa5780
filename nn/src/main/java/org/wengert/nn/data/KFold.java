package org.wengert.nn.data;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * k-fold cross-validation: samples are shuffled and divided into k folds, and each fold is the test part once, of a split
 * whose training part is all others. The sizes of two folds differ by one sample at most, and where folds are stratified,
 * so do the counts of each class in them.
 */
public final class KFold {
    private KFold() {}

    /**
     * A split for each of k folds.
     *
     * @throws DataException if there are fewer than 2 folds, or fewer samples than folds
     */
    public static List<Split> split(DataSet data, int folds, RandomGenerator random) {
        return splits(data, plain(data.size(), folds, random));
    }

    /**
     * A split for each of k folds, every class evenly in all of them.
     *
     * @throws DataException if there are fewer than 2 folds, there are no classes, or a class has fewer samples than there
     *     are folds
     */
    public static List<Split> stratifiedSplit(DataSet data, int folds, RandomGenerator random) {
        return splits(data, stratified(data.strata("stratified k-fold"), folds, random));
    }

    /** {@link #split(DataSet, int, RandomGenerator)} of a table, so that preprocessing can be fitted on each training part. */
    public static List<TableSplit> split(Table table, int folds, RandomGenerator random) {
        return splits(table, plain(table.size(), folds, random));
    }

    /** {@link #stratifiedSplit(DataSet, int, RandomGenerator)} of a table by the categories of a column. */
    public static List<TableSplit> stratifiedSplit(Table table, String column, int folds, RandomGenerator random) {
        return splits(table, stratified(table.strata(column), folds, random));
    }

    private static List<Split> splits(DataSet data, List<int[][]> parts) {
        return parts.stream()
                .map(part -> new Split(data.select(part[0]), data.select(part[1])))
                .collect(Collectors.toUnmodifiableList());
    }

    private static List<TableSplit> splits(Table table, List<int[][]> parts) {
        return parts.stream().map(part -> TableSplit.of(table, part)).collect(Collectors.toUnmodifiableList());
    }

    private static List<int[][]> plain(int size, int folds, RandomGenerator random) {
        if (folds < 2 || folds > size) {
            throw new DataException("k-fold: at least 2 folds and a sample in each are needed: got " + folds
                    + " folds of " + size + " samples");
        }
        return parts(Permutations.shuffle(Permutations.identity(size), random), folds, random);
    }

    /** Dealt out class by class, each going on where the one before it stopped: so the folds are even as well. */
    private static List<int[][]> stratified(Strata strata, int folds, RandomGenerator random) {
        if (folds < 2) {
            throw new DataException("k-fold: at least 2 folds are needed: got " + folds);
        }
        int[] dealt = new int[0];
        for (int c = 0; c < strata.classNames().size(); c++) {
            String refusal = "stratified k-fold: each of " + folds + " folds needs a sample of every class";
            dealt = Permutations.joined(dealt, strata.shuffledMembers(c, folds, refusal, random));
        }
        return parts(dealt, folds, random);
    }

    /** Deals positions out to folds like cards, then shuffles each part. */
    private static List<int[][]> parts(int[] dealt, int folds, RandomGenerator random) {
        List<int[][]> parts = new ArrayList<>();
        for (int k = 0; k < folds; k++) {
            int fold = k;
            int[] train = IntStream.range(0, dealt.length)
                    .filter(i -> i % folds != fold)
                    .map(i -> dealt[i])
                    .toArray();
            int[] test = IntStream.range(0, dealt.length)
                    .filter(i -> i % folds == fold)
                    .map(i -> dealt[i])
                    .toArray();
            parts.add(new int[][] {Permutations.shuffle(train, random), Permutations.shuffle(test, random)});
        }
        return parts;
    }
}
