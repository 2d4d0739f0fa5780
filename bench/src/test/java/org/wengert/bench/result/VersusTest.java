package org.wengert.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.bench.result.Versus.Verdict;

class VersusTest {
    private static final double THRESHOLD = 0.1;

    /** Of a change of units. */
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @CsvSource({
        "EQUAL, 9, 10, 11, 9, 10, 11",
        "EQUAL, 10, 10, 10, 10.9, 10.9, 10.9", // apart, but within the threshold
        "SLOWER, 9.5, 10, 10.5, 11.4, 12, 12.6", // though the intervals of three such rounds overlap
        "FASTER, 11.4, 12, 12.6, 9.5, 10, 10.5",
        "UNSURE, 9, 10, 11.5, 11.1, 12, 13",
        "UNSURE, 11.1, 12, 13, 9, 10, 11.5",
    })
    void aTimeIsJudgedByItsRoundsAndItsMedian(
            Verdict verdict, double low, double median, double high, double low2, double median2, double high2) {
        Versus versus = Versus.of(
                Results.of(Results.row("a", low, median, high)),
                Results.of(Results.row("a", low2, median2, high2)),
                THRESHOLD);

        assertEquals(verdict, versus.changes().get(0).verdict());
        assertEquals(median2 / median, versus.changes().get(0).ratio(), ROUNDING);
        assertEquals(verdict == Verdict.SLOWER, versus.isRegression());
    }

    @Test
    void unitsAreConverted() {
        Row micros = Results.row("a", "us/op", new Estimate(10, 10, 10), null);
        Row nanos = Results.row("a", "ns/op", new Estimate(10_000, 10_000, 10_000), null);

        Versus versus = Versus.of(Results.of(micros), Results.of(nanos), THRESHOLD);

        assertEquals(1, versus.changes().get(0).ratio(), ROUNDING);
        assertEquals(Verdict.EQUAL, versus.changes().get(0).verdict());
    }

    @Test
    void aTimeThatIsLostIsARegressionAndOneThatIsFoundIsNot() {
        Row timed = Results.row("a", 1, 1, 1);
        Row refused = Results.refused("a", "wrong");

        assertEquals(
                1,
                Versus.of(Results.of(timed), Results.of(refused), THRESHOLD)
                        .with(Verdict.LOST)
                        .size());
        assertTrue(Versus.of(Results.of(timed), Results.of(refused), THRESHOLD).isRegression());
        assertEquals(
                1,
                Versus.of(Results.of(refused), Results.of(timed), THRESHOLD)
                        .with(Verdict.FOUND)
                        .size());
        assertFalse(Versus.of(Results.of(refused), Results.of(timed), THRESHOLD).isRegression());
        assertFalse(
                Versus.of(Results.of(refused), Results.of(refused), THRESHOLD).isRegression());
    }

    @Test
    void rowsOfOneRunOnlyAreKeptApart() {
        Row both = Results.row("both", 1, 1, 1);
        Row old = Results.row("old", 1, 1, 1);
        Row added = Results.row("new", 1, 1, 1);

        Versus versus = Versus.of(Results.of(old, both), Results.of(both, added), THRESHOLD);

        assertEquals(List.of(old), versus.gone());
        assertEquals(List.of(added), versus.added());
        assertEquals(1, versus.changes().size());
    }
}
