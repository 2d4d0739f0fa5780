package org.wengert.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.wengert.Configuration;
import org.wengert.Engine;

/**
 * One task trained on several engines.
 *
 * @param task          what was trained
 * @param warmupSeconds how long each engine trained before any was measured
 * @param entries       one an engine, in the order they ran
 */
record Comparison(Task task, double warmupSeconds, List<Entry> entries) {
    /**
     * One engine's run.
     *
     * @param result      what came of it
     * @param stepSeconds the median over its steps
     */
    record Entry(Result result, double stepSeconds) {}

    Comparison {
        entries = List.copyOf(entries);
    }

    /**
     * Trains on each engine in order. All warm up before the first is measured: each then runs in a JVM whose compiler
     * has seen every engine, so that the first has no advantage.
     *
     * @param configuration of all engines
     * @param displays      for the engine of a name, what shows how far its measured run has come
     */
    static Comparison of(
            Task task,
            List<String> engines,
            Configuration configuration,
            double warmupSeconds,
            Function<String, Display> displays) {
        for (String name : engines) {
            try (Engine engine = Commands.open(name, configuration)) {
                Stopwatch watch = new Stopwatch(warmupSeconds);
                while (!watch.isOver()) {
                    Training.rehearse(engine, task, watch);
                }
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (String name : engines) {
            entries.add(measure(task, name, configuration, displays));
        }
        return new Comparison(task, warmupSeconds, entries);
    }

    private static Entry measure(
            Task task, String name, Configuration configuration, Function<String, Display> displays) {
        Stopwatch watch = new Stopwatch(Double.MAX_VALUE);
        try (Engine engine = Commands.open(name, configuration);
                Display display = displays.apply(name)) {
            return new Entry(Training.run(engine, task, watch, display), watch.medianStep());
        }
    }

    /** The largest relative difference between any two engines' final losses. */
    double lossDifference() {
        return spread(
                entries.stream().mapToDouble(entry -> entry.result().loss()).toArray());
    }

    /** The largest relative difference between any two engines' losses at any one step. */
    double largestStepDifference() {
        double largest = 0;
        for (int i = 0; i < entries.get(0).result().history().steps(); i++) {
            int step = i;
            largest = Math.max(
                    largest,
                    spread(entries.stream()
                            .mapToDouble(
                                    entry -> entry.result().history().losses().get(step))
                            .toArray()));
        }
        return largest;
    }

    /** Largest minus smallest, over the larger magnitude; 0 where all are equal. */
    private static double spread(double... losses) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double loss : losses) {
            min = Math.min(min, loss);
            max = Math.max(max, loss);
        }
        return min == max ? 0 : (max - min) / Math.max(Math.abs(min), Math.abs(max));
    }

    /** An engine's time a step over the fastest one's. */
    double ratio(Entry entry) {
        double fastest = entries.stream().mapToDouble(Entry::stepSeconds).min().orElse(Double.NaN);
        return entry.stepSeconds() / fastest;
    }
}
