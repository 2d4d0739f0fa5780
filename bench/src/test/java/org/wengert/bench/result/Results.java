package org.wengert.bench.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results without a run. */
public final class Results {
    private Results() {}

    /** A run with these rows. */
    public static BenchResult of(Row... rows) {
        return of("a machine", rows);
    }

    /** A run with these rows on a processor. */
    public static BenchResult of(String processor, Row... rows) {
        Machine machine = new Machine(
                processor, 2, 8L << 30, "Linux", "17", List.of("-Xmx1g"), "vector", "1", "abc", Map.of("JMH", "1.37"));
        return new BenchResult(
                BenchResult.FORMAT,
                "steps",
                "Steps",
                "wengert bench steps",
                "2026-01-01T00:00:00Z",
                12.5,
                machine,
                Map.of("rounds", "3"),
                List.of(rows),
                List.of(),
                List.of("a <warning>"));
    }

    /** A row with a time in microseconds. */
    public static Row row(String id, double low, double median, double high) {
        return row(id, "us/op", new Estimate(median, low, high), null);
    }

    /** A row that was refused. */
    public static Row refused(String id, String reason) {
        return row(id, "", null, reason);
    }

    static Row row(String id, String unit, @Nullable Estimate time, @Nullable String refusal) {
        List<List<Double>> rounds = time == null
                ? List.of()
                : List.of(List.of(time.low(), time.low()), List.of(time.median()), List.of(time.high()));
        return new Row(
                id,
                "a group",
                id,
                Map.of("network", "1-1"),
                null,
                unit,
                rounds,
                time,
                null,
                Map.of("allocated", 8.0),
                null,
                refusal);
    }
}
