package org.wengert.nn.data;

import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.nn.Randoms;

/**
 * Two half circles that reach into each other, one class each: the upper {@code (cos t, sin t)} is -1, the lower
 * {@code (1 - cos t, 1/2 - sin t)} is +1, with t from 0 to pi in even steps, and normal noise on both coordinates.
 */
public final class Moons {
    private Moons() {}

    /** Moons whose noise and order follow from a seed. */
    public static DataSet of(int n, double noise, long seed) {
        return of(n, noise, Randoms.seeded(seed));
    }

    /**
     * Moons in random order.
     *
     * @param n     how many samples; the upper moon has half of them, rounded down
     * @param noise standard deviation of what is added to each coordinate
     * @throws DataException if there are fewer than 2 samples, or the noise is not a finite number from 0
     */
    public static DataSet of(int n, double noise, RandomGenerator random) {
        Noise.check("moons", n, 2, noise);
        double[] points = new double[Checks.room(n, 2)];
        double[] signs = new double[n];
        int upper = n / 2;
        for (int i = 0; i < n; i++) {
            boolean up = i < upper;
            double t = up ? angle(i, upper) : angle(i - upper, n - upper);
            points[2 * i] = (up ? Math.cos(t) : 1 - Math.cos(t)) + noise * random.nextGaussian();
            points[2 * i + 1] = (up ? Math.sin(t) : 0.5 - Math.sin(t)) + noise * random.nextGaussian();
            signs[i] = up ? -1 : 1;
        }
        return DataSet.signs(List.of("x", "y"), points, List.of("upper", "lower"), signs)
                .shuffled(random);
    }

    private static double angle(int i, int count) {
        return count == 1 ? 0 : Math.PI * i / (count - 1);
    }
}
