package org.wengert.nn;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.wengert.error.ConfigurationException;

/**
 * The Mersenne twister of period {@code 2^19937 - 1} (Matsumoto and Nishimura 1998), as {@link #numpy NumPy} or
 * {@link #python CPython} seeds it and makes numbers of it, so that runs published with their seeds replay. For new runs
 * take {@link Randoms}. What it remembers can be saved.
 */
public abstract sealed class Mt19937 implements RandomGenerator permits NumpyRandom, PythonRandom {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int UPPER = 0x80000000;

    private final int[] words = new int[SIZE];
    private int used;
    private double spare;
    private boolean hasSpare;

    /**
     * All that a generator remembers.
     *
     * @param words    the twister's 624 words of 32 bits; copied on the way in and out
     * @param used     how many of them have been given out, 0 to 624
     * @param hasSpare whether a normal number waits for the next call: they are made in pairs
     * @param spare    that number
     */
    public record State(int[] words, int used, boolean hasSpare, double spare) {
        /**
         * A state from its parts.
         *
         * @throws ConfigurationException if there are not 624 words, or more of them used
         */
        public State {
            if (words.length != SIZE || used < 0 || used > SIZE) {
                throw new ConfigurationException("mt19937: a state has " + SIZE + " words, 0 to " + SIZE
                        + " of them used: got " + words.length + " words, " + used + " used");
            }
            words = words.clone();
        }

        /** The words, as a copy. */
        @Override
        public int[] words() {
            return words.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof State
                    && Arrays.equals(words, ((State) other).words)
                    && used == ((State) other).used
                    && hasSpare == ((State) other).hasSpare
                    && Double.compare(spare, ((State) other).spare) == 0;
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(words) + used;
        }

        @Override
        public String toString() {
            return "Mt19937.State[" + used + " used, first word " + words[0] + "]";
        }
    }

    /** A generator that begins as the authors' {@code init_genrand(seed)}. */
    Mt19937(int seed) {
        fill(seed);
    }

    /** A generator that begins as the authors' {@code init_by_array(key)}. */
    Mt19937(int... key) {
        fill(19650218);
        int i = 1;
        int j = 0;
        for (int k = Math.max(SIZE, key.length); k > 0; k--) {
            words[i] = (words[i] ^ (mixed(i) * 1664525)) + key[j] + j;
            i = following(i);
            j = (j + 1) % key.length;
        }
        for (int k = SIZE - 1; k > 0; k--) {
            words[i] = (words[i] ^ (mixed(i) * 1566083941)) - i;
            i = following(i);
        }
        words[0] = UPPER;
    }

    /**
     * The numbers of {@code numpy.random.RandomState(seed)}.
     *
     * @throws ConfigurationException if the seed is not from 0 to 2^32 - 1
     */
    public static NumpyRandom numpy(long seed) {
        return new NumpyRandom(seed);
    }

    /** The numbers of CPython's {@code random.Random(seed)}, for a whole number as seed; its sign does not count. */
    public static PythonRandom python(long seed) {
        return python(BigInteger.valueOf(seed));
    }

    /** The numbers of CPython's {@code random.Random(seed)}, for a whole number of any size as seed. */
    public static PythonRandom python(BigInteger seed) {
        return new PythonRandom(seed);
    }

    private void fill(int seed) {
        words[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            words[i] = 1812433253 * mixed(i) + i;
        }
        used = SIZE;
    }

    private int mixed(int i) {
        return words[i - 1] ^ (words[i - 1] >>> 30);
    }

    /** The place after one; place 0 is passed over and takes the last word. */
    private int following(int i) {
        if (i + 1 < SIZE) {
            return i + 1;
        }
        words[0] = words[SIZE - 1];
        return 1;
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (words[i] & UPPER) | (words[(i + 1) % SIZE] & ~UPPER);
            words[i] = words[(i + MIDDLE) % SIZE] ^ (y >>> 1) ^ ((y & 1) * 0x9908b0df);
        }
        used = 0;
    }

    /** 32 random bits. */
    @Override
    public final int nextInt() {
        if (used == SIZE) {
            twist();
        }
        int y = words[used++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    /** Even over 0 (included) to 1 (excluded) with 53 bits: the authors' {@code genrand_res53}. */
    @Override
    public final double nextDouble() {
        int a = nextInt() >>> 5;
        int b = nextInt() >>> 6;
        return (a * 0x1p26 + b) * 0x1p-53;
    }

    /** Normal with mean 0 and standard deviation 1; two are made at a time, and one waits for the next call. */
    @Override
    public final double nextGaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double[] pair = pair();
        spare = pair[1];
        hasSpare = true;
        return pair[0];
    }

    /** Two normal numbers, in the order in which they are given out. */
    abstract double[] pair();

    /** Even over 0 to {@code n - 1}, for {@code n} from 1. */
    abstract long below(long n);

    @Override
    public final int nextInt(int bound) {
        return (int) nextLong(bound);
    }

    @Override
    public final int nextInt(int origin, int bound) {
        return (int) nextLong(origin, bound);
    }

    /**
     * Even over 0 (included) to a bound (excluded).
     *
     * @throws IllegalArgumentException if the bound is below 1
     */
    @Override
    public final long nextLong(long bound) {
        return nextLong(0, bound);
    }

    /**
     * Even over an origin (included) to a bound (excluded).
     *
     * @throws IllegalArgumentException if the bound is not above the origin, or more than 2^63 - 1 above it
     */
    @Override
    public final long nextLong(long origin, long bound) {
        if (origin >= bound || bound - origin < 0) {
            throw new IllegalArgumentException(
                    "mt19937: the bound must be 1 to 2^63 - 1 above the origin: " + origin + ", " + bound);
        }
        return origin + below(bound - origin);
    }

    /** Brings an array into random order as {@code shuffle} does. */
    public final void shuffle(int... order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /** All that it remembers. */
    public final State state() {
        return new State(words, used, hasSpare, spare);
    }

    /** Goes on from what a generator of the same family remembered. */
    public final void restore(State saved) {
        System.arraycopy(saved.words, 0, words, 0, SIZE);
        used = saved.used;
        hasSpare = saved.hasSpare;
        spare = saved.spare;
    }
}
