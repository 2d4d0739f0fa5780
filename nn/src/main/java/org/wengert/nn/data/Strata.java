package org.wengert.nn.data;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Samples by class.
 *
 * @param classNames by class number
 * @param classes    the class of each sample
 */
record Strata(List<String> classNames, int[] classes) {
    /**
     * The samples of a class in random order.
     *
     * @throws DataException if there are fewer than are needed
     */
    int[] shuffledMembers(int wanted, int needed, String refusal, RandomGenerator random) {
        int[] members = IntStream.range(0, classes.length)
                .filter(i -> classes[i] == wanted)
                .toArray();
        if (members.length < needed) {
            throw new DataException(refusal + ": class '" + classNames.get(wanted) + "' has " + members.length + " of "
                    + classes.length + " samples");
        }
        return Permutations.shuffle(members, random);
    }
}
