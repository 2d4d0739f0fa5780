package org.wengert.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.statistics.Medians;

class StatisticsTest {
    /** Of logarithms computed in double. */
    private static final double ROUNDING = 1e-12;

    @Test
    void theMedianIsTheNumberInTheMiddleOrBetweenTheTwoThere() {
        assertEquals(2, Medians.of(3, 1, 2));
        assertEquals(2.5, Medians.of(4, 1, 2, 3));
    }

    /** Logarithms 1, 2 and 3: mean 2, standard deviation 1, Student's quantile for two degrees of freedom 4.303. */
    @Test
    void threeRoundsHaveStudentsIntervalOfTheirLogarithms() {
        Estimate estimate = Statistics.estimate(Math.exp(3), Math.exp(1), Math.exp(2));

        assertEquals(Math.exp(2), estimate.median(), ROUNDING);
        assertEquals(Math.exp(2 - 4.303 / Math.sqrt(3)), estimate.low(), ROUNDING);
        assertEquals(Math.exp(2 + 4.303 / Math.sqrt(3)), estimate.high(), 100 * ROUNDING);
    }

    @Test
    void tenRoundsHaveTheIntervalFromTheSecondToTheNinth() {
        Estimate estimate = Statistics.estimate(10, 9, 8, 7, 6, 5, 4, 3, 2, 1000);

        assertEquals(new Estimate(6.5, 3, 10), estimate);
    }

    /** The table of the sign test. */
    @ParameterizedTest
    @CsvSource({"6, 1", "8, 1", "9, 2", "11, 2", "12, 3", "14, 3", "15, 4", "16, 4", "17, 5", "19, 5", "20, 6"})
    void theRankOfTheIntervalsEndsIsThatOfTables(int n, int rank) {
        assertEquals(rank, Statistics.rank(n));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 6, 9})
    void equalRoundsHaveAnIntervalOfNoWidth(int n) {
        double[] rounds = new double[n];
        java.util.Arrays.fill(rounds, 0.1);

        Estimate estimate = Statistics.estimate(rounds);

        assertEquals(0.1, estimate.median());
        assertEquals(0.1, estimate.low(), ROUNDING);
        assertEquals(0.1, estimate.high(), ROUNDING);
        assertTrue(estimate.low() <= estimate.median() && estimate.median() <= estimate.high());
    }

    /** Of 20,000 runs with errors of a log-normal distribution: 95% with a standard deviation of 0.15%. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 8, 10})
    void nineteenOfTwentyIntervalsHoldTheMedian(int n) {
        Random random = new Random(n);
        int runs = 20_000;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            double[] rounds = new double[n];
            java.util.Arrays.setAll(rounds, i -> Math.exp(0.1 * random.nextGaussian()));
            Estimate estimate = Statistics.estimate(rounds);
            held += estimate.low() <= 1 && 1 <= estimate.high() ? 1 : 0;
        }

        assertTrue(held >= 0.945 * runs, held + " of " + runs);
    }

    @Test
    void oneRoundIsNoBasis() {
        assertThrows(IllegalArgumentException.class, () -> Statistics.estimate(1));
    }
}
