package org.wengert.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code train} prints. */
final class TrainReport {
    private static final String TRAINING = "training";

    private TrainReport() {}

    /**
     * The fields of the JSON object. Accuracies are shares from 0 to 1 and null where targets are numbers; R2 is null
     * where they are classes. {@code seconds} is the training alone, without a report's judging.
     */
    static Map<String, @Nullable Object> fields(Result result) {
        boolean classes = result.task().hasClasses();
        @Nullable Double train = Json.number(result.trainMetric());
        @Nullable Double test = Json.number(result.testMetric());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("engine", result.engine());
        fields.put("dataset", result.task().dataset());
        fields.put("network", result.task().network());
        fields.put("seed", result.task().seed());
        fields.put("parameters", result.parameters());
        fields.put("epochs", result.history().epochLosses().size());
        fields.put("steps", result.history().steps());
        fields.put("loss", result.loss());
        fields.put("train_accuracy", classes ? train : null);
        fields.put("test_accuracy", classes ? test : null);
        fields.put("train_r2", classes ? null : train);
        fields.put("test_r2", classes ? null : test);
        fields.put("seconds", result.seconds());
        return fields;
    }

    /** The result for a person, and what to try next. */
    static void print(Page page, Result result, Optional<Path> model, String arguments) {
        page.section(result.task().dataset() + " on " + result.engine(), figures(result));
        page.section("Try next", next(result, model, arguments));
        page.print();
    }

    private static Table figures(Result result) {
        Map<String, String> summary = summary(result);
        summary.computeIfPresent(TRAINING, (name, training) -> training + ", " + Numbers.duration(result.seconds()));
        Table table = new Table();
        summary.forEach(table::row);
        return table;
    }

    /** What was trained and what came of it, by name, without the time. */
    static Map<String, String> summary(Result result) {
        Task task = result.task();
        Map<String, String> summary = new LinkedHashMap<>();
        summary.put("engine", result.description());
        summary.put(
                "network",
                task.network() + " " + task.recipe().activation() + ", "
                        + Numbers.count(result.parameters(), "parameter"));
        summary.put(
                "samples",
                task.train().size() + " to learn from, " + task.test().size() + " to test");
        summary.put(TRAINING, training(result));
        summary.put("loss", Numbers.brief(result.loss()));
        summary.put(metric(task, "training"), value(task, result.trainMetric()));
        summary.put(metric(task, "test"), value(task, result.testMetric()));
        return summary;
    }

    private static String training(Result result) {
        Recipe recipe = result.task().recipe();
        return Numbers.count(result.history().epochLosses().size(), "epoch") + ", "
                + Numbers.count(result.history().steps(), "step") + " of "
                + Numbers.count(result.task().batch(), "sample") + ", " + recipe.optimizer() + " from "
                + recipe.learningRate();
    }

    private static String metric(Task task, String part) {
        return part + (task.hasClasses() ? " accuracy" : " R2");
    }

    private static String value(Task task, double metric) {
        return task.hasClasses() ? Numbers.percent(metric) : Numbers.brief(metric);
    }

    private static Table next(Result result, Optional<Path> model, String arguments) {
        String wengert = Commands.launcher();
        Table table = new Table();
        model.ifPresent(
                file -> table.row(wengert + " predict " + file + " FILE.csv", "what the saved model says of new data"));
        return table.row(wengert + " compare " + arguments, "the same run on every engine, side by side")
                .row(other(result, wengert), "other data")
                .row(wengert + " train --help", "networks, optimisers, your own CSV file");
    }

    private static String other(Result result, String wengert) {
        return wengert + " train " + (result.task().dataset().equals("moons") ? "regression" : "moons");
    }
}
