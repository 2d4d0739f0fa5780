package org.wengert.nn;

import org.wengert.error.ConfigurationException;

/**
 * The numbers of NumPy's {@code RandomState}: {@code random_sample} is {@link #nextDouble()}, {@code uniform(a, b)} is
 * {@link #nextDouble(double, double)}, {@code randn} is {@link #nextGaussian()}, {@code randint(a, b)} is
 * {@link #nextInt(int, int)}, {@code shuffle} and {@code permutation} have their names. Normal numbers may differ in
 * their last bit, where NumPy's logarithm does.
 */
public final class NumpyRandom extends Mt19937 {
    private static final long MAX_SEED = 0xffffffffL;

    NumpyRandom(long seed) {
        super((int) checked(seed));
    }

    private static long checked(long seed) {
        if (seed < 0 || seed > MAX_SEED) {
            throw new ConfigurationException("numpy: the seed must be from 0 to " + MAX_SEED + ": got " + seed);
        }
        return seed;
    }

    /** 64 random bits, the upper half first. */
    @Override
    public long nextLong() {
        long upper = nextInt();
        return upper << 32 | Integer.toUnsignedLong(nextInt());
    }

    /** Marsaglia's polar method; the later of two is given out first. */
    @Override
    double[] pair() {
        double x;
        double y;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double f = Math.sqrt(-2 * StrictMath.log(square) / square);
        return new double[] {f * y, f * x};
    }

    /** Draws as many bits as the largest number has until they are not above it; nothing if that is 0. */
    @Override
    long below(long n) {
        long largest = n - 1;
        if (largest == 0) {
            return 0;
        }
        long mask = -1L >>> Long.numberOfLeadingZeros(largest);
        long drawn;
        do {
            drawn = (largest <= MAX_SEED ? Integer.toUnsignedLong(nextInt()) : nextLong()) & mask;
        } while (drawn > largest);
        return drawn;
    }

    /** The numbers 0 to {@code n - 1} in random order. */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        shuffle(order);
        return order;
    }
}
