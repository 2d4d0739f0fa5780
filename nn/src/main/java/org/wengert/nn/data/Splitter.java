package org.wengert.nn.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Divides the positions of samples in two. */
final class Splitter {
    private Splitter() {}

    static int[][] plain(int size, double fraction, RandomGenerator random) {
        checkFraction(fraction);
        int[] order = Permutations.shuffle(Permutations.identity(size), random);
        int first = (int) Math.round(fraction * order.length);
        if (first == 0 || first == order.length) {
            throw new DataException("split: one part would be empty: " + fraction + " of " + order.length + " samples");
        }
        return new int[][] {Arrays.copyOf(order, first), Arrays.copyOfRange(order, first, order.length)};
    }

    /** The plain split of each class, the parts shuffled so that classes do not follow one another. */
    static int[][] stratified(Strata strata, double fraction, RandomGenerator random) {
        checkFraction(fraction);
        int[] train = new int[0];
        int[] test = new int[0];
        for (int c = 0; c < strata.classNames().size(); c++) {
            int[] members =
                    strata.shuffledMembers(c, 2, "stratified split: each part needs a sample of every class", random);
            int first = Math.min(Math.max((int) Math.round(fraction * members.length), 1), members.length - 1);
            train = Permutations.joined(train, Arrays.copyOf(members, first));
            test = Permutations.joined(test, Arrays.copyOfRange(members, first, members.length));
        }
        return new int[][] {Permutations.shuffle(train, random), Permutations.shuffle(test, random)};
    }

    private static void checkFraction(double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new DataException("split: the first part's fraction must lie between 0 and 1: got " + fraction);
        }
    }
}
