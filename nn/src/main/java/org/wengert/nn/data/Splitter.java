package org.wengert.nn.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Divides data sets in two. */
final class Splitter {
    private Splitter() {}

    static Split plain(DataSet data, double fraction, RandomGenerator random) {
        checkFraction(fraction);
        int[] order = Permutations.shuffle(Permutations.identity(data.size()), random);
        int first = (int) Math.round(fraction * order.length);
        if (first == 0 || first == order.length) {
            throw new DataException("split: one part would be empty: " + fraction + " of " + order.length + " samples");
        }
        return new Split(
                data.select(Arrays.copyOf(order, first)), data.select(Arrays.copyOfRange(order, first, order.length)));
    }

    /** The plain split of each class, the parts shuffled so that classes do not follow one another. */
    static Split stratified(DataSet data, double fraction, RandomGenerator random) {
        checkFraction(fraction);
        int[] train = new int[0];
        int[] test = new int[0];
        for (int c = 0; c < data.classNames().size(); c++) {
            int[] members = Permutations.shuffle(members(data, c), random);
            int first = Math.min(Math.max((int) Math.round(fraction * members.length), 1), members.length - 1);
            train = joined(train, Arrays.copyOf(members, first));
            test = joined(test, Arrays.copyOfRange(members, first, members.length));
        }
        return new Split(
                data.select(Permutations.shuffle(train, random)), data.select(Permutations.shuffle(test, random)));
    }

    private static int[] members(DataSet data, int wanted) {
        int[] members = Arrays.stream(Permutations.identity(data.size()))
                .filter(i -> data.classOf(i) == wanted)
                .toArray();
        if (members.length < 2) {
            throw new DataException("stratified split: each part needs a sample of every class: class '"
                    + data.classNames().get(wanted) + "' has " + members.length + " of " + data.size() + " samples");
        }
        return members;
    }

    private static int[] joined(int[] left, int[] right) {
        int[] all = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, all, left.length, right.length);
        return all;
    }

    private static void checkFraction(double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new DataException("split: the first part's fraction must lie between 0 and 1: got " + fraction);
        }
    }
}
