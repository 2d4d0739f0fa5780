package org.wengert.bench.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Fit;
import org.wengert.bench.result.Row;
import org.wengert.nn.Randoms;

class ExponentsTest {
    private static final double[] SIZES = {10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000};

    /** Roundings of logarithms. */
    private static final double ROUNDING = 1e-12;

    private static Estimate exponent(DoubleUnaryOperator cost) {
        double[] costs = Arrays.stream(SIZES).map(cost).toArray();
        return Exponents.exponent(SIZES, costs).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 1.5, 2, 3})
    void aPowerIsFoundAsItIs(double power) {
        Estimate found = exponent(n -> 7 * Math.pow(n, power));

        assertEquals(power, found.median(), ROUNDING);
        assertEquals(power, found.low(), 1e-6);
        assertEquals(power, found.high(), 1e-6);
    }

    @Test
    void aQuadraticCostBehindALargeConstantOneIsNotTakenForALinearOne() {
        Estimate found = exponent(n -> 1_000_000 + n * n);

        assertTrue(found.low() > 1.5, found.toString());
    }

    @Test
    void theIntervalHoldsTheTruthNineteenTimesInTwentyUnderNoise() {
        RandomGenerator random = Randoms.seeded(20260101);
        int trials = 2_000;
        int held = 0;
        for (int i = 0; i < trials; i++) {
            Estimate found = exponent(n -> n * Math.exp(0.1 * random.nextGaussian()));
            held += found.low() <= 1 && 1 <= found.high() ? 1 : 0;
        }

        // Three standard deviations of a binomial count.
        assertEquals(0.95 * trials, held, 3 * Math.sqrt(trials * 0.95 * 0.05));
    }

    @Test
    void eachContenderOfEachGroupHasAnExponentForEachCost() {
        List<Row> rows = new ArrayList<>();
        for (double n : new double[] {100, 1_000, 10_000}) {
            rows.add(row("by nodes", "tape", n, new Estimate(n, n, n), Map.of("bytes", 24 * n)));
            rows.add(row("by nodes", "scalar", n, new Estimate(n * n, n, n), Map.of()));
        }

        List<Fit> fits = Exponents.of(rows, Exponents.TIME, "bytes");

        assertEquals(
                List.of("tape time 1", "tape bytes 1", "scalar time 2"),
                fits.stream()
                        .map(fit -> fit.contender() + " " + fit.cost() + " "
                                + Math.round(fit.exponent().median()))
                        .toList());
        assertEquals("by nodes", fits.get(0).group());
        assertEquals("nodes", fits.get(0).axis());
    }

    @Test
    void rowsWithoutATimeOrAPlaceAndCostsOfNothingAreLeftOut() {
        List<Row> rows = new ArrayList<>();
        for (double n : new double[] {100, 1_000, 10_000}) {
            rows.add(row("g", "c", n, new Estimate(n, n, n), Map.of("bytes", n == 100 ? 0 : n)));
        }
        rows.add(row("g", "c", 5_000.0, null, Map.of()));
        rows.add(row("g", "c", null, new Estimate(1, 1, 1), Map.of("bytes", 1.0)));

        List<Fit> fits = Exponents.of(rows, Exponents.TIME, "bytes");

        assertEquals(1, fits.size(), fits.toString());
        assertEquals(1, fits.get(0).exponent().median(), ROUNDING);
    }

    private static Row row(
            String group, String contender, @Nullable Double at, @Nullable Estimate time, Map<String, Double> figures) {
        return new Row(
                "id",
                group,
                contender,
                Map.of("axis", "nodes"),
                null,
                "us/op",
                List.of(),
                time,
                null,
                figures,
                at,
                time == null ? "broken" : null);
    }
}
