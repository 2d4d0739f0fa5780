package org.wengert.bench;

import java.util.random.RandomGenerator;
import org.wengert.nn.Randoms;

/**
 * The run's seed, made four so that data, weights and order do not follow the same numbers.
 *
 * @param data    generates or splits the data
 * @param weights initialises the network
 * @param order   shuffles the samples of each epoch
 * @param layers  decides what layers drop
 */
record Seeds(long data, long weights, long order, long layers) {
    /** All four from one. */
    static Seeds of(long seed) {
        RandomGenerator random = Randoms.seeded(seed);
        return new Seeds(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }
}
