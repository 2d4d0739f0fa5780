package org.wengert.bench.counts;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Graph;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.bench.suite.Probe;
import org.wengert.tape.CountedKernels;
import org.wengert.tape.TapeGauge;

/**
 * Counts what a training step costs, for each workload on each engine. Kernels are plain and run on one thread: which
 * vectors a machine has, and how many cores, must not show.
 *
 * <ul>
 *   <li>{@code batch}: samples of a step;
 *   <li>{@code allocated}: bytes of a step, forward to update;
 *   <li>{@code recorded}: bytes that the forward pass alone allocates;
 *   <li>{@code operations}: results of operations in the graph of the loss;
 *   <li>{@code nodes}: numbers in these results;
 *   <li>{@code tape.rows}, {@code tape.bytes}: what the tape holds when the loss is recorded;
 *   <li>{@code tape.bytesANode}: the latter by {@code nodes}, among which numbers kept for the way back do not count;
 *   <li>{@code kernels}, {@code kernels.NAME}: calls of loops over arrays in a step, together and by name.
 * </ul>
 */
public final class Counting {
    private static final List<String> PRECISIONS = List.of("float64", "float32");

    private final SortedMap<String, SortedMap<String, Double>> rows = new TreeMap<>();

    private Counting() {}

    /**
     * Prints counts as JSON. Start the JVM as {@link Allocation} says, with one garbage collector and one size of heap
     * everywhere, on which the size of a reference depends.
     *
     * @param args workloads; all if there are none
     */
    public static void main(String... args) {
        System.out.println(CountsFile.write(count(args.length == 0 ? Probe.names() : List.of(args))));
    }

    private static SortedMap<String, SortedMap<String, Double>> count(List<String> workloads) {
        Counting counting = new Counting();
        for (String workload : workloads) {
            if (Probe.suits(workload, "scalar")) {
                counting.count(workload, "scalar/float64", () -> Engines.open("scalar", Map.of()));
            }
            for (String precision : PRECISIONS) {
                counting.count(workload, "tape/" + precision, () -> tape(precision));
                counting.countKernels(workload, precision);
            }
        }
        return counting.rows;
    }

    private static Engine tape(String precision) {
        return Engines.open(
                "tape",
                Map.of(
                        "wengert.tape.precision", precision,
                        "wengert.tape.kernels", "plain",
                        "wengert.tape.threads", "1"));
    }

    private void count(String workload, String engine, Supplier<Engine> opener) {
        SortedMap<String, Double> figures = rows.computeIfAbsent(workload + "/" + engine, id -> new TreeMap<>());
        try (Probe probe = Probe.open(workload, opener.get())) {
            figures.put("batch", (double) probe.batch());
            figures.put("allocated", (double) Allocation.of(probe::step));
            figures.put("recorded", (double) Allocation.of(() -> record(probe)));
            try (Scope scope = probe.engine().scope()) {
                countGraph(figures, probe.record());
                if (TapeGauge.fits(probe.engine())) {
                    countTape(figures, TapeGauge.of(probe.engine()));
                }
            }
        }
    }

    private static void record(Probe probe) {
        try (Scope scope = probe.engine().scope()) {
            probe.record();
        }
    }

    private static void countGraph(Map<String, Double> figures, Value loss) {
        long operations = 0;
        long nodes = 0;
        for (Value value : Graph.operandsFirst(loss)) {
            if (value.op().isPresent()) {
                operations++;
                nodes += value.shape().size();
            }
        }
        figures.put("operations", (double) operations);
        figures.put("nodes", (double) nodes);
    }

    private static void countTape(Map<String, Double> figures, TapeGauge gauge) {
        double nodes = figures.getOrDefault("nodes", Double.NaN);
        figures.put("tape.rows", (double) gauge.rows());
        figures.put("tape.bytes", (double) gauge.bytes());
        figures.put("tape.bytesANode", gauge.bytes() / nodes);
    }

    private void countKernels(String workload, String precision) {
        SortedMap<String, Double> figures =
                rows.computeIfAbsent(workload + "/tape/" + precision, id -> new TreeMap<>());
        CountedKernels kernels = new CountedKernels();
        try (Probe probe = Probe.open(workload, kernels.open(precision))) {
            probe.step(); // the first writes the update down, which happens once
            kernels.clear();
            probe.step();
            double all = 0;
            for (Map.Entry<String, Long> call : kernels.calls().entrySet()) {
                figures.put("kernels." + call.getKey(), (double) call.getValue());
                all += call.getValue();
            }
            figures.put("kernels", all);
        }
    }
}
