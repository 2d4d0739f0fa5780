package org.wengert.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.wengert.bench.statistics.Medians;

/** What JMH measured, as times an operation: a throughput's reciprocal, the median of a sample. */
final class Times {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Times() {}

    /** The unit of {@link #of}: {@code us/op}, also for operations by time. */
    static String unit(RunResult run) {
        String unit = run.getPrimaryResult().getScoreUnit();
        return unit.startsWith("ops/") ? unit.substring("ops/".length()) + "/op" : unit;
    }

    /** One number an iteration. */
    static List<Double> of(RunResult run) {
        Mode mode = run.getParams().getMode();
        List<Double> times = new ArrayList<>();
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                Result<?> result = iteration.getPrimaryResult();
                times.add(
                        switch (mode) {
                            case Throughput -> 1 / result.getScore();
                            case SampleTime -> result.getStatistics().getPercentile(50);
                            default -> result.getScore();
                        });
            }
        }
        return times;
    }

    /**
     * What else was counted, as medians of iterations: a benchmark's own counters by their names, {@code allocated} bytes of
     * heap an operation, and for samples {@code p99}, the 99th percentile in the unit of times.
     */
    static Map<String, Double> figures(RunResult run) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (run.getParams().getMode() == Mode.SampleTime) {
            figures.put("p99", run.getPrimaryResult().getStatistics().getPercentile(99));
        }
        Map<String, List<Double>> counted = new LinkedHashMap<>();
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                iteration.getSecondaryResults().forEach((label, result) -> {
                    String name = label.endsWith(ALLOCATED) ? "allocated" : label;
                    if (!name.startsWith("gc.") && Double.isFinite(result.getScore())) {
                        counted.computeIfAbsent(name, key -> new ArrayList<>()).add(result.getScore());
                    }
                });
            }
        }
        counted.forEach((name, numbers) -> figures.put(name, Medians.of(numbers)));
        return figures;
    }
}
