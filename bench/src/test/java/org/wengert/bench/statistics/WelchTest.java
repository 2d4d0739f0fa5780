package org.wengert.bench.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WelchTest {
    private static final int RUNS = 20_000;

    /** How many of many comparisons tell a difference. */
    private static int told(double factor, double noise, int n, int m) {
        Random random = new Random(n + m);
        int told = 0;
        for (int run = 0; run < RUNS; run++) {
            told += Welch.differ(times(random, 1, noise, n), times(random, factor, noise, m)) ? 1 : 0;
        }
        return told;
    }

    private static double[] times(Random random, double middle, double noise, int n) {
        double[] times = new double[n];
        Arrays.setAll(times, i -> middle * Math.exp(noise * random.nextGaussian()));
        return times;
    }

    /** One in twenty with a standard deviation of 0.15% of all runs; three against ten are what Welch's degrees are worst at. */
    @ParameterizedTest
    @CsvSource({"0.05, 2, 2", "0.05, 3, 3", "0.05, 5, 5", "0.05, 10, 10", "0.0625, 3, 10"})
    void equalTimesSeldomDiffer(double share, int n, int m) {
        int told = told(1, 0.05, n, m);

        assertTrue(told <= (share + 0.005) * RUNS, told + " of " + RUNS);
        assertTrue(told > 0, "a test that never tells anything");
    }

    @ParameterizedTest
    @CsvSource({"0.02, 3, 3", "0.04, 5, 5", "0.08, 10, 10"})
    void aFifthMoreIsToldOnAQuietMachine(double noise, int n, int m) {
        int told = told(1.2, noise, n, m);

        assertTrue(told >= 0.95 * RUNS, told + " of " + RUNS);
    }

    /** Logarithms 0, 2 and 3, 5: means 1 and 4, errors 1 and 1, t is 3 / sqrt 2 at two degrees of freedom, below 4.303. */
    @Test
    void theStatisticIsThatOfTheTextbook() {
        assertFalse(Welch.differ(exp(0, 2), exp(3, 5)));
        assertFalse(Welch.differ(exp(0, 2), exp(6, 8)));
        assertTrue(Welch.differ(exp(0, 2), exp(6.2, 8.2)));
    }

    private static double[] exp(double... logarithms) {
        return Arrays.stream(logarithms).map(Math::exp).toArray();
    }

    @Test
    void numbersWithoutNoiseDifferIfTheyDoAndOneNumberTellsNothing() {
        assertEquals(false, Welch.differ(new double[] {2, 2}, 2, 2));
        assertEquals(true, Welch.differ(new double[] {2, 2}, 3, 3));
        assertEquals(false, Welch.differ(new double[] {2}, 3, 3));
    }
}
