package org.wengert.nn;

import java.math.BigInteger;

/**
 * The numbers of CPython's {@code random.Random}: {@code random} is {@link #nextDouble()}, {@code uniform(a, b)} is
 * {@link #nextDouble(double, double)}, {@code gauss(0, 1)} is {@link #nextGaussian()}, {@code randrange(n)} is
 * {@link #nextInt(int)}, {@code getrandbits(64)} is {@link #nextLong()}, {@code shuffle} has its name. Normal numbers
 * may differ in their last bit, where CPython's logarithm, sine and cosine do.
 */
public final class PythonRandom extends Mt19937 {
    /** Seeded with a whole number of any size. */
    PythonRandom(BigInteger seed) {
        super(key(seed.abs()));
    }

    /** The seed's digits of 32 bits, the lowest first. */
    private static int[] key(BigInteger seed) {
        int[] key = new int[Math.max(1, (seed.bitLength() + 31) / 32)];
        for (int i = 0; i < key.length; i++) {
            key[i] = seed.shiftRight(32 * i).intValue();
        }
        return key;
    }

    /** 64 random bits, the lower half first. */
    @Override
    public long nextLong() {
        return bits(Long.SIZE);
    }

    /** So many random bits, 1 to 64; a last word of which not all are needed gives its upper ones. */
    private long bits(int count) {
        if (count <= Integer.SIZE) {
            return Integer.toUnsignedLong(nextInt() >>> (Integer.SIZE - count));
        }
        long lower = Integer.toUnsignedLong(nextInt());
        return lower | bits(count - Integer.SIZE) << Integer.SIZE;
    }

    /** Box and Muller's transform (1958). */
    @Override
    double[] pair() {
        double angle = nextDouble() * (2 * Math.PI);
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return new double[] {StrictMath.cos(angle) * radius, StrictMath.sin(angle) * radius};
    }

    /** Draws as many bits as {@code n} has until they are below it. */
    @Override
    long below(long n) {
        int count = Long.SIZE - Long.numberOfLeadingZeros(n);
        long drawn;
        do {
            drawn = bits(count);
        } while (drawn >= n);
        return drawn;
    }
}
