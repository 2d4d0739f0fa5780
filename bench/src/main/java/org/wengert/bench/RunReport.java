package org.wengert.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wengert.bench.picture.Measure;
import org.wengert.bench.report.ComparedRuns;
import org.wengert.bench.report.ComparedRuns.EngineRun;
import org.wengert.bench.report.ComparisonPage;
import org.wengert.bench.report.Report;
import org.wengert.bench.report.TrainedRun;
import org.wengert.bench.report.TrainingPage;
import org.wengert.bench.result.Machine;
import org.wengert.bench.run.ThisMachine;

/** From a result to its report. */
final class RunReport {
    private RunReport() {}

    /**
     * The report of a run whose portrait was asked for.
     *
     * @param command that repeats the run
     */
    static Report of(Result result, String command) {
        Task task = result.task();
        return new TrainingPage(new TrainedRun(
                task.dataset() + " on " + result.engine(),
                TrainReport.summary(result),
                settings(result),
                result.history().seconds(),
                command,
                machine(),
                task.samples().data(),
                task.samples().preprocessing(),
                Dataset.pixels(task.dataset()),
                sizes(task),
                task.recipe().activation().name(),
                result.portrait().orElseThrow()));
    }

    /**
     * The report of a comparison.
     *
     * @param command that repeats it
     */
    static Report of(Comparison comparison, String command) {
        Task task = comparison.task();
        return new ComparisonPage(new ComparedRuns(
                task.dataset() + ", " + task.network(),
                comparison.entries().stream().map(RunReport::engineRun).toList(),
                settings(task),
                comparison.warmupSeconds(),
                command,
                machine()));
    }

    private static Machine machine() {
        return ThisMachine.describe(ThisMachine.flags()).withoutLibraries();
    }

    private static EngineRun engineRun(Comparison.Entry entry) {
        Result result = entry.result();
        return new EngineRun(
                result.engine(), result.description(), result.history().losses(), result.loss(), entry.stepSeconds());
    }

    private static List<Integer> sizes(Task task) {
        List<Integer> sizes = new ArrayList<>(task.recipe().hidden());
        sizes.add(0, task.train().width());
        sizes.add(task.train().outputs());
        return sizes;
    }

    /** All that the run follows from. */
    private static Map<String, String> settings(Result result) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("engine", result.description());
        settings.putAll(settings(result.task()));
        return settings;
    }

    /** The same without the engine. */
    private static Map<String, String> settings(Task task) {
        Recipe recipe = task.recipe();
        double rate = recipe.learningRate();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("data set", task.dataset());
        settings.putAll(task.chosen());
        settings.put("seed", Long.toString(task.seed()));
        settings.put("network", task.network());
        settings.put("activation", recipe.activation().name());
        settings.put("dropout", Measure.plain(recipe.dropout()));
        settings.put("loss", task.lossInWords());
        settings.put("penalty on squares", Measure.plain(recipe.l2()));
        settings.put("optimiser", recipe.optimizer().toString());
        settings.put(
                "learning rate",
                Measure.plain(rate) + ", falling in a straight line to " + Measure.plain(Recipe.FINAL_SHARE * rate));
        settings.put("epochs", Integer.toString(recipe.epochs()));
        settings.put("batch", Integer.toString(task.batch()));
        return settings;
    }
}
