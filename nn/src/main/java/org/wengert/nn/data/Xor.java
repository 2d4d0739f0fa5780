package org.wengert.nn.data;

import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.nn.Randoms;

/**
 * The four corners of a square, opposite ones of one class: {@code (a, b)} with a and b -1 or 1 is +1 where they differ and -1
 * where they are the same (exclusive or, which no single neuron can tell), with normal noise on both coordinates.
 */
public final class Xor {
    private Xor() {}

    /** Corners whose noise and order follow from a seed. */
    public static DataSet of(int n, double noise, long seed) {
        return of(n, noise, Randoms.seeded(seed));
    }

    /**
     * Corners in random order.
     *
     * @param n     how many samples; the corners have as many each or, the first ones, one more
     * @param noise standard deviation of what is added to each coordinate
     * @throws DataException if there are fewer than 4 samples, or the noise is not a finite number from 0
     */
    public static DataSet of(int n, double noise, RandomGenerator random) {
        Noise.check("xor", n, 4, noise);
        double[] points = new double[Checks.room(n, 2)];
        double[] signs = new double[n];
        for (int i = 0; i < n; i++) {
            int a = (i & 1) == 0 ? -1 : 1;
            int b = (i & 2) == 0 ? -1 : 1;
            points[2 * i] = a + noise * random.nextGaussian();
            points[2 * i + 1] = b + noise * random.nextGaussian();
            signs[i] = a == b ? -1 : 1;
        }
        return DataSet.signs(List.of("x", "y"), points, List.of("same", "different"), signs)
                .shuffled(random);
    }
}
