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
}
