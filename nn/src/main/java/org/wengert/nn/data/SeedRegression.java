package org.wengert.nn.data;

import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.nn.Randoms;

/** A curved surface with noise: {@code 0.04 x^2 + 0.07 x y - z + N(0,1)/5}, with x, y, z even over -5 to 5. */
public final class SeedRegression {
    private static final double SIDE = 5;

    private SeedRegression() {}

    /** Samples that follow from a seed. */
    public static DataSet of(int n, long seed) {
        return of(n, Randoms.seeded(seed));
    }

    /**
     * Samples drawn one after another: x, y, z, then the noise.
     *
     * @throws DataException if there is no sample
     */
    public static DataSet of(int n, RandomGenerator random) {
        if (n < 1) {
            throw new DataException("regression: at least 1 sample is needed: got " + n);
        }
        double[] inputs = new double[Checks.room(n, 3)];
        double[] targets = new double[n];
        for (int i = 0; i < n; i++) {
            double x = inputs[3 * i] = even(random);
            double y = inputs[3 * i + 1] = even(random);
            double z = inputs[3 * i + 2] = even(random);
            targets[i] = 0.04 * x * x + 0.07 * x * y - z + random.nextGaussian() / 5;
        }
        return DataSet.numbers(List.of("x", "y", "z"), inputs, 1, targets);
    }

    private static double even(RandomGenerator random) {
        return -SIDE + 2 * SIDE * random.nextDouble();
    }
}
