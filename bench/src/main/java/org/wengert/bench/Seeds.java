package org.wengert.bench;

import java.util.random.RandomGenerator;
import org.wengert.nn.Randoms;

/**
 * The run's seed, made three so that data, weights and order do not follow the same numbers.
 *
 * @param data    generates or splits the data
 * @param weights initialises the network
 * @param order   shuffles the samples of each epoch
 */
record Seeds(long data, long weights, long order) {
    /** All three from one. */
    static Seeds of(long seed) {
        RandomGenerator random = Randoms.seeded(seed);
        return new Seeds(random.nextLong(), random.nextLong(), random.nextLong());
    }
}
