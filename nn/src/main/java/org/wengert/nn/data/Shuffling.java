package org.wengert.nn.data;

import org.wengert.nn.Randoms;

/** In which order a file's samples come: as they stand, or shuffled within a buffer by seed and epoch. */
record Shuffling(long seed, int buffer) {
    /** A buffer of one sample has nothing to choose from. */
    static final Shuffling NONE = new Shuffling(0, 1);

    Shuffling {
        if (buffer < 1) {
            throw new DataException("shuffling: a buffer must hold at least one sample: got size " + buffer);
        }
    }

    /** The order in words. */
    String order() {
        return buffer == 1 ? "as the file stands" : "shuffled by seed " + seed + " within " + buffer + " samples";
    }

    SampleReader of(SampleReader samples, SampleLayout layout, long epoch) {
        return buffer == 1 ? samples : new ShuffledReader(samples, layout, buffer, Randoms.seeded(seed, epoch));
    }
}
