package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tile is one chain of fused multiply-adds a number, whether vectors compute it or, at first, mostly single numbers. */
class TilesTest {
    private static final int PANEL = 2 * DoubleVector.SPECIES_PREFERRED.length();

    /** From one row of the result to the next. */
    private static final int STEP = PANEL + 3;

    @ParameterizedTest(name = "{0} rows, depth {1}, across {2}")
    @CsvSource({
        "4, 1, false", "4, 16, false", "4, 17, true", "4, 250, false", "4, 250, true",
        "12, 1, true", "12, 16, true", "12, 17, false", "12, 250, false", "12, 250, true"
    })
    void oneChainANumberFromTheFirstCallOn(int rows, int k, boolean across) {
        int aRow = across ? 1 : Float64Tile.STRIDE;
        int aStep = across ? rows : 1;
        double[] a = numbers(rows * aRow + k * aStep, 1);
        double[] b = numbers(k * PANEL, 2);
        double[] from = numbers(rows * STEP, 3);
        double[] expected = from.clone();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < PANEL; j++) {
                for (int p = 0; p < k; p++) {
                    expected[i * STEP + j] =
                            Math.fma(a[i * aRow + p * aStep], b[p * PANEL + j], expected[i * STEP + j]);
                }
            }
        }
        double[] first = from.clone();
        new Float64Tiles(rows, across).run(k, a, 0, b, 0, first, 0, STEP, first, 0, STEP);
        double[] later = from.clone();
        if (across) {
            Float64Across.run(rows, k, a, 0, b, 0, later, 0, STEP, later, 0, STEP);
        } else {
            Float64Tile.run(rows, k, a, 0, b, 0, later, 0, STEP, later, 0, STEP);
        }

        assertArrayEquals(expected, first);
        assertArrayEquals(expected, later);
    }

    private static double[] numbers(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> 2 * random.nextDouble() - 1);
        return numbers;
    }
}
