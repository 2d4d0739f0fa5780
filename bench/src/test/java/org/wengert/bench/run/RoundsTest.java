package org.wengert.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Row;

class RoundsTest {
    private static final Timing THREE = new Timing(0, 1, Duration.ofMillis(1), 3, 3, Duration.ofMinutes(1));

    private final List<String> order = new ArrayList<>();
    private final List<Integer> plans = new ArrayList<>();

    private final Watcher watcher = new Watcher() {
        @Override
        public void planned(int forks) {
            plans.add(forks);
        }

        @Override
        public void begins(Case row, int round) {
            order.add(round + row.id());
        }

        @Override
        public void ended() {}

        @Override
        public void close() {}
    };

    private static Case row(String id) {
        return new Case(id, "group", id, "Some.method", Map.of(), null);
    }

    private static Outcome time(double time) {
        return new Outcome.Measured("what ran", "us/op", List.of(time), Map.of("steps", 2 * time));
    }

    private List<Ledger> run(Timing timing, java.util.function.Function<Case, Outcome> fork, String... ids) {
        List<Ledger> ledgers = Stream.of(ids).map(id -> new Ledger(row(id))).toList();
        new Rounds(timing, fork, watcher).run(ledgers);
        return ledgers;
    }

    private static List<Row> results(String baseline, List<Ledger> ledgers) {
        Suite suite = new Suite("s", "", "", baseline, List.of());
        return new Session(suite, "", THREE, List.of(), OutputStream.nullOutputStream()).results(ledgers);
    }

    @Test
    void everyOtherRoundIsInReverseOrder() {
        run(THREE, row -> time(1), "a", "b", "c");

        assertEquals(List.of("1a", "1b", "1c", "2c", "2b", "2a", "3a", "3b", "3c"), order);
        assertEquals(9, plans.get(plans.size() - 1));
    }

    @Test
    void aRowThatIsRefusedOnceHasNoTimeAndIsNotTriedAgain() {
        List<Ledger> ledgers = run(
                THREE,
                row -> row.id().equals("b") && order.size() > 2 ? new Outcome.Refused("wrong", false) : time(1),
                "a",
                "b");

        assertEquals(List.of("1a", "1b", "2b", "2a", "3a"), order);
        Row refused = results("", ledgers).get(1);
        assertEquals("wrong", refused.refusal());
        assertNull(refused.time());
        assertNull(refused.ratio());
        assertEquals(List.of(), refused.rounds());
        assertEquals(Map.of(), refused.figures());
    }

    @Test
    void whereNothingIsLeftThereAreNoMoreRounds() {
        run(THREE, row -> new Outcome.Refused("wrong", false), "a", "b");

        assertEquals(List.of("1a", "1b"), order);
    }

    @Test
    void thereAreAsManyRoundsAsFitBetweenTheFewestAndTheMost() {
        Timing timing = new Timing(0, 1, Duration.ofMillis(1), 3, 10, Duration.ofSeconds(100));

        assertEquals(4, timing.more(1, 20));
        assertEquals(0, timing.more(5, 100));
        assertEquals(2, timing.more(1, 1000));
        assertEquals(9, timing.more(1, 0.1));
        assertEquals(0, timing.more(10, 1));
    }

    /** The machine becomes three times slower from round to round; in each, b takes twice what a takes. */
    @Test
    void aRatioIsTakenRoundByRoundSoThatDriftCancels() {
        List<Ledger> ledgers = run(
                THREE,
                row -> {
                    int round = (order.size() - 1) / 2;
                    return time(Math.pow(3, round) * (row.id().equals("b") ? 2 : 1));
                },
                "a",
                "b");

        List<Row> rows = results("a", ledgers);

        Estimate ratio = rows.get(1).ratio();
        assertNotNull(ratio);
        assertEquals(2, ratio.median(), 1e-12);
        assertTrue(ratio.spread() < 1e-12, ratio.toString());
        Estimate time = rows.get(1).time();
        assertNotNull(time);
        assertEquals(6, time.median(), 1e-12);
        assertTrue(time.spread() > 1, time.toString());
        assertEquals(Map.of("steps", 12.0), rows.get(1).figures());
    }

    @Test
    void theBaselineIsTheOneThatIsNamedElseTheFirst() {
        List<Ledger> ledgers = run(THREE, row -> time(row.id().equals("b") ? 4 : 2), "a", "b");

        assertEquals(new Estimate(0.5, 0.5, 0.5), results("b", ledgers).get(0).ratio());
        assertNull(results("b", ledgers).get(1).ratio());
        assertNull(results("nobody", ledgers).get(0).ratio());
        assertEquals(new Estimate(2, 2, 2), results("nobody", ledgers).get(1).ratio());
    }

    @Test
    void aWideIntervalIsReportedAndARatioThatCannotBeTold() {
        List<Ledger> ledgers =
                run(THREE, row -> time(row.id().equals("a") ? 1 : order.size() > 4 ? 0.9 : 1.5), "a", "b");

        List<String> warnings = Noise.warnings(results("a", ledgers));

        assertEquals(
                List.of(
                        "noisy machine: the 95% interval is wider than 10% of the median in 1 of 2 rows: b",
                        "too noisy to tell: the ratio is more than 10% from 1, but its interval holds 1, for b"),
                warnings);
        assertEquals(List.of(), Noise.warnings(results("a", run(THREE, row -> time(1), "a", "b"))));
    }

    @Test
    void aRowIsReportedWhoseJvmsAllBecameFasterToTheEnd() {
        Map<String, List<List<Double>>> times = Map.of(
                "cold", List.of(List.of(1.2, 1.1, 1.0), List.of(1.2, 1.1, 1.0), List.of(1.2, 1.1, 1.0)),
                "warm", List.of(List.of(1.2, 1.1, 1.0), List.of(1.0, 1.1, 1.2), List.of(1.2, 1.1, 1.0)),
                "wavy", List.of(List.of(1.2, 1.3, 1.0), List.of(1.2, 1.3, 1.0), List.of(1.2, 1.3, 1.0)),
                "nearly", List.of(List.of(1.05, 1.0), List.of(1.05, 1.0), List.of(1.05, 1.0)));

        for (Map.Entry<String, List<List<Double>>> row : times.entrySet()) {
            Iterator<List<Double>> rounds = row.getValue().iterator();
            List<Ledger> ledgers = run(
                    THREE, fork -> new Outcome.Measured("what ran", "us/op", rounds.next(), Map.of()), row.getKey());
            String warnings = String.join("\n", Noise.warnings(results("", ledgers)));

            assertEquals(row.getKey().equals("cold"), warnings.contains("not warmed up"), warnings);
            assertEquals(row.getKey().equals("cold"), warnings.contains("too long for cold;"), warnings);
        }
    }
}
