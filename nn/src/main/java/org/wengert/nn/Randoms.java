package org.wengert.nn;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Where random numbers come from, unless a caller brings a generator of their own. */
public final class Randoms {
    private static final String ALGORITHM = "L64X128MixRandom";

    private Randoms() {}

    /** A generator whose numbers follow from the seed alone: L64X128MixRandom (Steele and Vigna 2021). */
    public static RandomGenerator seeded(long seed) {
        return RandomGeneratorFactory.of(ALGORITHM).create(seed);
    }

    /**
     * A generator whose numbers follow from a seed and a count, as of epochs or steps: what is drawn for one is
     * independent of what was drawn for those before, so a run can be taken up in the middle with nothing saved but the
     * count.
     */
    public static RandomGenerator seeded(long seed, long count) {
        return seeded(mixed(mixed(seed) + count));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): neighbouring numbers become far apart. */
    private static long mixed(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
