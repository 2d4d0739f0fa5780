package org.wengert.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Row;
import org.wengert.bench.statistics.Medians;

/** What all rounds have said of a row so far. */
final class Ledger {
    private final Case row;
    private final List<Outcome.Measured> rounds = new ArrayList<>();
    private Outcome.@Nullable Refused refusal;
    private @Nullable String reference;

    Ledger(Case row) {
        this.row = row;
    }

    Case row() {
        return row;
    }

    void add(Outcome outcome) {
        if (outcome instanceof Outcome.Measured measured) {
            rounds.add(measured);
        } else if (outcome instanceof Outcome.Refused refused) {
            refusal = refused;
        }
    }

    /** Notes what the row's gradients agree with. */
    void agreesWith(String right) {
        reference = right;
    }

    /** Whether another JVM can tell more. A contender that was wrong once gets no time, whatever it did in other rounds. */
    boolean isOpen() {
        return refusal == null;
    }

    boolean isSkipped() {
        return refusal != null && refusal.skipped();
    }

    /** The row with what was found; the baseline may be this one. */
    Row result(@Nullable Ledger baseline) {
        boolean timed = refusal == null && !rounds.isEmpty();
        return new Row(
                row.id(),
                row.group(),
                row.contender(),
                row.parameters(),
                runs().orElse(null),
                rounds.stream().map(Outcome.Measured::unit).findFirst().orElse(""),
                timed ? rounds.stream().map(Outcome.Measured::times).toList() : List.of(),
                timed ? Statistics.estimate(medians()) : null,
                timed ? ratio(baseline).orElse(null) : null,
                timed ? figures() : Map.of(),
                row.at(),
                Optional.ofNullable(refusal).map(Outcome.Refused::reason).orElse(null));
    }

    private Optional<String> runs() {
        String checked = reference == null ? "" : "; agrees with " + reference;
        return rounds.stream()
                .map(Outcome.Measured::runs)
                .filter(Objects::nonNull)
                .findFirst()
                .map(told -> told + checked);
    }

    private double[] medians() {
        return rounds.stream().mapToDouble(round -> Medians.of(round.times())).toArray();
    }

    /** Round by round: what the machine did to both in a round cancels. */
    private Optional<Estimate> ratio(@Nullable Ledger baseline) {
        if (baseline == null || baseline == this || !baseline.isOpen()) {
            return Optional.empty();
        }
        double[] ratios = medians();
        double[] others = baseline.medians();
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] /= others[i];
        }
        return Optional.of(Statistics.estimate(ratios));
    }

    private Map<String, Double> figures() {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        rounds.forEach(round -> round.figures()
                .forEach((name, x) ->
                        all.computeIfAbsent(name, key -> new ArrayList<>()).add(x)));
        Map<String, Double> medians = new LinkedHashMap<>();
        all.forEach((name, numbers) -> medians.put(name, Medians.of(numbers)));
        return medians;
    }
}
