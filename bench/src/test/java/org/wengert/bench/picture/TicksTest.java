package org.wengert.bench.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void stepsAreTheSmallestRoundOnesThatFit() {
        assertEquals(List.of(0.0, 200.0, 400.0, 600.0, 800.0), Ticks.linear(0, 827, 5));
        assertEquals(List.of(0.0, 500.0), Ticks.linear(0, 827, 4));
        assertEquals(List.of(-1.0, 0.0, 1.0), Ticks.linear(-1.3, 1.9, 5));
    }

    @Test
    void manyDecadesAreThinnedEvenly() {
        assertEquals(List.of(10.0, 1e3, 1e5, 1e7), Ticks.logarithmic(10, 1e7, 5));
    }

    @Test
    void fewDecadesAreDividedByTwoAndFive() {
        assertEquals(List.of(0.2, 0.5, 1.0, 2.0, 5.0, 10.0), Ticks.logarithmic(0.15, 12, 6));
    }

    @Test
    void aRangeBetweenRoundNumbersIsDividedEvenly() {
        assertEquals(List.of(2.5, 3.0, 3.5, 4.0, 4.5), Ticks.logarithmic(2.4, 4.7, 6));
    }

    @Property
    void linearTicksAreInsideAndNeitherTooFewNorTooMany(
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double range,
            @ForAll @IntRange(min = 4, max = 9) int most) {
        assertGood(Ticks.linear(low, low + range, most), low, low + range, range * 1e-6, most);
    }

    @Property
    void logarithmicTicksAreInsideAndNeitherTooFewNorTooMany(
            @ForAll @IntRange(min = -12, max = 12) int exponent,
            @ForAll @DoubleRange(min = 1, max = 10) double mantissa,
            @ForAll @DoubleRange(min = 1.05, max = 1e9) double factor,
            @ForAll @IntRange(min = 4, max = 9) int most) {
        double low = mantissa * Math.pow(10, exponent);

        assertGood(Ticks.logarithmic(low, low * factor, most), low, low * factor, low * 1e-6, most);
    }

    private static void assertGood(List<Double> ticks, double low, double high, double slack, int most) {
        assertTrue(ticks.size() <= most, ticks::toString);
        assertTrue(ticks.size() >= 1, ticks::toString);
        for (int i = 0; i < ticks.size(); i++) {
            assertTrue(ticks.get(i) >= low - slack && ticks.get(i) <= high + slack, ticks::toString);
            assertTrue(i == 0 || ticks.get(i) > ticks.get(i - 1), ticks::toString);
        }
    }
}
