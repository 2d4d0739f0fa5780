package org.wengert.nn.data;

import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.nn.Randoms;

/**
 * Two circles around one centre, one class each: the outer {@code (cos t, sin t)} is -1, the inner
 * {@code factor (cos t, sin t)} is +1, with t from 0 to 2 pi in even steps without the end, and normal noise on both
 * coordinates.
 */
public final class Circles {
    private Circles() {}

    /** Circles of which the inner is half as large, whose noise and order follow from a seed. */
    public static DataSet of(int n, double noise, long seed) {
        return of(n, noise, 0.5, Randoms.seeded(seed));
    }

    /**
     * Circles in random order.
     *
     * @param n      how many samples; the outer circle has half of them, rounded down
     * @param noise  standard deviation of what is added to each coordinate
     * @param factor radius of the inner circle
     * @throws DataException if there are fewer than 2 samples, the noise is not a finite number from 0, or the factor does
     *     not lie between 0 and 1
     */
    public static DataSet of(int n, double noise, double factor, RandomGenerator random) {
        Noise.check("circles", n, 2, noise);
        if (!(factor > 0 && factor < 1)) {
            throw new DataException("circles: the inner radius must lie between 0 and 1: got " + factor);
        }
        double[] points = new double[Checks.room(n, 2)];
        double[] signs = new double[n];
        int outer = n / 2;
        for (int i = 0; i < n; i++) {
            boolean out = i < outer;
            double radius = out ? 1 : factor;
            double t = 2 * Math.PI * (out ? (double) i / outer : (double) (i - outer) / (n - outer));
            points[2 * i] = radius * Math.cos(t) + noise * random.nextGaussian();
            points[2 * i + 1] = radius * Math.sin(t) + noise * random.nextGaussian();
            signs[i] = out ? -1 : 1;
        }
        return DataSet.signs(List.of("x", "y"), points, List.of("outer", "inner"), signs)
                .shuffled(random);
    }
}
