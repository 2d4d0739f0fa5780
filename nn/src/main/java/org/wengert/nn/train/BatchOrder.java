package org.wengert.nn.train;

import java.util.random.RandomGenerator;
import org.wengert.nn.Randoms;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.DataSet;

/** The batches of each epoch, in the order they are learned in. */
@FunctionalInterface
interface BatchOrder {
    /** The batches of an epoch, counted from 0. */
    Iterable<Batch> epoch(long epoch);

    /** As the data stand. */
    static BatchOrder plain(DataSet data, int size) {
        return epoch -> data.batches(size);
    }

    /** As a seed and the epoch say. */
    static BatchOrder seeded(DataSet data, int size, long seed) {
        return epoch -> data.batches(size, Randoms.seeded(seed, epoch));
    }

    /** As a generator's numbers come. */
    static BatchOrder drawn(DataSet data, int size, RandomGenerator random) {
        Iterable<Batch> batches = data.batches(size, random);
        return epoch -> batches;
    }
}
