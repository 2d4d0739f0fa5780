package org.wengert.nn.data;

import java.util.random.RandomGenerator;
import org.wengert.nn.Randoms;

/**
 * Normal clouds of points, a class each: {@code centre + deviation N(0, 1)} in every coordinate, the centres even over a cube
 * from -10 to 10.
 */
public final class Blobs {
    private static final double SIDE = 10;

    private Blobs() {}

    /** Clouds in the plane with standard deviation 1; all follows from a seed. */
    public static DataSet of(int n, int classes, long seed) {
        return of(n, classes, 2, 1, Randoms.seeded(seed));
    }

    /**
     * Clouds in random order; all centres are drawn before the first point.
     *
     * @param n         how many samples; the clouds have as many each or, the first ones, one more
     * @param classes   how many clouds
     * @param width     how many coordinates a point has
     * @param deviation standard deviation of each coordinate from the centre
     * @throws DataException if there are fewer than 2 classes, fewer samples than classes, no coordinate, or the deviation is
     *     not a finite number from 0
     */
    public static DataSet of(int n, int classes, int width, double deviation, RandomGenerator random) {
        Noise.checkClasses("blobs", classes);
        Noise.check("blobs", n, classes, deviation);
        Checks.positive("coordinates", width);
        double[] centres = new double[Checks.room(classes, width)];
        for (int j = 0; j < centres.length; j++) {
            centres[j] = -SIDE + 2 * SIDE * random.nextDouble();
        }
        double[] points = new double[Checks.room(n, width)];
        int[] clouds = new int[n];
        for (int i = 0; i < n; i++) {
            clouds[i] = i % classes;
            for (int j = 0; j < width; j++) {
                points[i * width + j] = centres[clouds[i] * width + j] + deviation * random.nextGaussian();
            }
        }
        return DataSet.classes(Names.counted("x", width), points, Names.counted("", classes), clouds)
                .shuffled(random);
    }
}
