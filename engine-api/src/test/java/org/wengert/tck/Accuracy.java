package org.wengert.tck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * The largest error of every operation's value and partial derivatives on an engine, in units in the last place, against
 * the oracle's definitions. Exact numbers are worked out once and serve any number of engines of one precision.
 */
public final class Accuracy {
    /** Every so manieth point is tried as a single number too, for which an engine may have a lane of its own. */
    private static final int NUMBERS = 5;

    private final List<Expected> samples;

    private Accuracy(List<Expected> samples) {
        this.samples = samples;
    }

    /**
     * Works out what is exact.
     *
     * @param points random points an operation, beside edge points and kinks
     * @param seed   the same for the same points
     */
    public static Accuracy of(Precision precision, int points, long seed) {
        return new Accuracy(Samples.of(precision, points, seed).parallelStream()
                .map(sample -> ExactSample.of(precision, sample))
                .collect(Collectors.toList()));
    }

    /**
     * Measures an engine, which must compute in this precision.
     *
     * @param absent what the engine may refuse; what it refuses is left out
     * @return operations in the order of the tables
     */
    public List<AccuracyRow> measure(Engine engine, Set<Capability> absent) {
        Map<String, AccuracyRow> rows = new LinkedHashMap<>();
        for (Expected exact : samples) {
            AccuracyRow row = rows.computeIfAbsent(exact.sample().name(), AccuracyRow::new);
            try {
                run(engine, exact, row);
            } catch (RuntimeException e) {
                if (!Capability.isRefusal(e, absent)) {
                    row.failed(e.toString());
                }
            }
        }
        return new ArrayList<>(rows.values());
    }

    private void run(Engine engine, Expected exact, AccuracyRow row) {
        Sample sample = exact.sample();
        int count = exact.values().length;
        compare(engine, exact, sample, 0, row);
        for (int i = 0; i < count && sample.isElementwise(); i += NUMBERS) {
            compare(engine, exact, sample.number(i), i, row);
        }
    }

    /** Runs a sample that is all of an exact one, or the number of it at a point. */
    private void compare(Engine engine, Expected exact, Sample sample, int first, AccuracyRow row) {
        List<Variable> variables = new ArrayList<>();
        for (int k = 0; k < sample.data().size(); k++) {
            variables.add(engine.variable(sample.shapes().get(k), sample.data().get(k)));
        }
        try (Scope scope = engine.scope()) {
            Value result = engine.apply(sample.op(), List.copyOf(variables));
            result.backward(sample.seed());
            compare(exact.sample(), exact.values(), result.data(), first, row.value());
        }
        for (int k = 0; k < variables.size(); k++) {
            compare(
                    exact.sample(),
                    exact.gradients().get(k),
                    variables.get(k).grad().data(),
                    first,
                    row.partial(k));
        }
        row.tried(sample.isElementwise() ? sample.seed().length : 1);
    }

    private static void compare(
            Sample sample, ExactNumber[] expected, double[] actual, int first, AccuracyRow.Worst worst) {
        for (int i = 0; i < actual.length; i++) {
            int number = first + i;
            double got = actual[i];
            worst.add(
                    expected[number].ulps(got),
                    () -> sample.at(number) + ": exactly " + expected[number].nearest() + ", got " + got);
        }
    }
}
