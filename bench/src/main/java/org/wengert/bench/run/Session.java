package org.wengert.bench.run;

import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.wengert.bench.growth.Exponents;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Row;

/**
 * One run of a suite.
 *
 * @param suite   what is run
 * @param command that repeats it
 * @param timing  how long
 * @param flags   of the timed JVMs, beside those of this one: where files are, which a result does not tell
 * @param log     takes what JMH and the JVMs print
 */
public record Session(Suite suite, String command, Timing timing, List<String> flags, OutputStream log) {
    /** What came of a run, and whether a contender was found to be wrong. */
    public record Ended(BenchResult result, boolean wrong) {}

    /**
     * Runs rows.
     *
     * @throws IllegalArgumentException if a row's method is not on the class path
     */
    public Ended run(List<Case> rows, Watcher watcher) {
        rows.forEach(row -> Benchmarks.mode(row.benchmark()));
        Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        long start = System.nanoTime();
        List<String> all = new ArrayList<>(ThisMachine.flags());
        all.addAll(flags);
        Proof proof = new Proof();
        List<Ledger> ledgers = rows.stream().map(Ledger::new).toList();
        ledgers.forEach(proof::check);
        new Rounds(timing, new Forks(timing, all, log)::run, watcher).run(ledgers);
        List<Row> results = results(ledgers);
        BenchResult result = new BenchResult(
                BenchResult.FORMAT,
                suite.name(),
                suite.title(),
                command,
                started.toString(),
                (System.nanoTime() - start) / 1e9,
                ThisMachine.describe(ThisMachine.flags()),
                settings(rows, results),
                results,
                Exponents.of(results, Exponents.TIME, "bytes"),
                warnings(results));
        return new Ended(result, ledgers.stream().anyMatch(ledger -> !ledger.isOpen() && !ledger.isSkipped()));
    }

    /** What is timed once says so, for iterations are not its settings. */
    private Map<String, String> settings(List<Case> rows, List<Row> results) {
        Map<String, String> settings = new LinkedHashMap<>();
        int rounds = results.stream().mapToInt(row -> row.rounds().size()).max().orElse(0);
        settings.put("rounds", String.valueOf(rounds));
        List<String> once = rows.stream()
                .map(Case::benchmark)
                .filter(method -> Benchmarks.mode(method) == Mode.SingleShotTime)
                .distinct()
                .toList();
        if (rows.stream().anyMatch(row -> !once.contains(row.benchmark()))) {
            settings.putAll(timing.settings());
        }
        if (!once.isEmpty()) {
            settings.put(
                    "once a round and cold",
                    once.stream()
                            .map(method -> method.substring(Entry.PACKAGE.length()))
                            .collect(Collectors.joining(" ")));
        }
        return settings;
    }

    List<Row> results(List<Ledger> ledgers) {
        Map<String, Ledger> baselines = new LinkedHashMap<>();
        for (Ledger ledger : ledgers) {
            String key = key(ledger);
            if (!baselines.containsKey(key) || ledger.row().contender().equals(suite.baseline())) {
                baselines.put(key, ledger);
            }
        }
        return ledgers.stream()
                .map(ledger -> ledger.result(baselines.get(key(ledger))))
                .toList();
    }

    /** Rows with the same one are divided by the same baseline. */
    private static String key(Ledger ledger) {
        return ledger.row().group() + "\n" + ledger.row().at();
    }

    private List<String> warnings(List<Row> rows) {
        List<String> warnings = new ArrayList<>(suite.missingLines());
        warnings.addAll(Noise.warnings(rows));
        if (rows.stream().allMatch(row -> row.time() == null)) {
            warnings.add("nothing could be timed");
        }
        return warnings;
    }
}
