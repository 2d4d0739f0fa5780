package org.wengert.nn.data;

import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.nn.Randoms;

/**
 * Arms of a spiral around one centre, a class each: a point of arm c of k at radius r, from 0 to 1 in even steps, is
 * {@code r (sin a, cos a)} with the angle {@code a = 4 r + 2 pi c / k}, and normal noise on the angle (the arms of Karpathy's
 * CS231n, which take two thirds of a turn).
 */
public final class Spirals {
    private static final double TURN = 4;

    private Spirals() {}

    /** Spirals whose noise and order follow from a seed. */
    public static DataSet of(int n, int classes, double noise, long seed) {
        return of(n, classes, noise, Randoms.seeded(seed));
    }

    /**
     * Spirals in random order.
     *
     * @param n       how many samples; the arms have as many each or, the first ones, one more
     * @param classes how many arms
     * @param noise   standard deviation of what is added to each angle, in radians
     * @throws DataException if there are fewer than 2 classes, fewer samples than classes, or the noise is not a finite
     *     number from 0
     */
    public static DataSet of(int n, int classes, double noise, RandomGenerator random) {
        Noise.checkClasses("spirals", classes);
        Noise.check("spirals", n, classes, noise);
        double[] points = new double[Checks.room(n, 2)];
        int[] arms = new int[n];
        for (int i = 0; i < n; i++) {
            int arm = i % classes;
            int members = (n - arm + classes - 1) / classes;
            int place = i / classes;
            double r = members == 1 ? 0 : (double) place / (members - 1);
            double angle = TURN * r + 2 * Math.PI * arm / classes + noise * random.nextGaussian();
            points[2 * i] = r * Math.sin(angle);
            points[2 * i + 1] = r * Math.cos(angle);
            arms[i] = arm;
        }
        return DataSet.classes(List.of("x", "y"), points, Names.counted("", classes), arms)
                .shuffled(random);
    }
}
