package org.wengert.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code compare} prints. */
final class CompareReport {
    private CompareReport() {}

    /** The fields of the JSON object; {@code engines} stand in the order they ran, times are in seconds. */
    static Map<String, @Nullable Object> fields(Comparison comparison) {
        Result first = comparison.entries().get(0).result();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("dataset", comparison.task().dataset());
        fields.put("network", comparison.task().network());
        fields.put("seed", comparison.task().seed());
        fields.put("parameters", first.parameters());
        fields.put("epochs", first.history().epochLosses().size());
        fields.put("steps", first.history().steps());
        fields.put("engines", engines(comparison));
        fields.put("loss_difference", comparison.lossDifference());
        fields.put("largest_step_difference", comparison.largestStepDifference());
        fields.put("warmup_seconds", comparison.warmupSeconds());
        return fields;
    }

    private static List<Map<String, @Nullable Object>> engines(Comparison comparison) {
        return comparison.entries().stream()
                .map(entry -> {
                    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                    fields.put("engine", entry.result().engine());
                    fields.put("description", entry.result().description());
                    fields.put("loss", entry.result().loss());
                    fields.put("step_seconds", entry.stepSeconds());
                    fields.put("ratio", comparison.ratio(entry));
                    return fields;
                })
                .collect(Collectors.toList());
    }

    /** The comparison for a person. */
    static void print(Page page, Comparison comparison) {
        page.section(title(comparison), table(comparison));
        page.section("Losses", losses(comparison));
        page.section("Times", times(comparison));
        page.print();
    }

    private static String title(Comparison comparison) {
        Task task = comparison.task();
        int epochs =
                comparison.entries().get(0).result().history().epochLosses().size();
        return task.dataset() + ", " + task.network() + ", " + Numbers.count(epochs, "epoch") + ", seed " + task.seed();
    }

    private static Table table(Comparison comparison) {
        Table table = new Table(2, 3).row("engine", "loss", "time a step", "ratio", "settings");
        for (Comparison.Entry entry : comparison.entries()) {
            table.row(
                    entry.result().engine(),
                    Double.toString(entry.result().loss()),
                    Numbers.duration(entry.stepSeconds()),
                    String.format(Locale.ROOT, "%.2f", comparison.ratio(entry)),
                    entry.result().description());
        }
        return table;
    }

    private static Table losses(Comparison comparison) {
        return new Table()
                .row("largest relative difference at the end", difference(comparison.lossDifference()))
                .row("largest relative difference at any step", difference(comparison.largestStepDifference()));
    }

    private static String difference(double difference) {
        return difference == 0 ? "0 (the same bits)" : String.format(Locale.ROOT, "%.2g", difference);
    }

    private static Table times(Comparison comparison) {
        int steps = comparison.entries().get(0).result().history().steps();
        return new Table()
                .row("medians of " + steps + " steps, batch preparation included; engines ran in the order shown,")
                .row(String.format(
                        Locale.ROOT,
                        "after each had warmed up for %s by training the same network",
                        Numbers.duration(comparison.warmupSeconds())));
    }
}
