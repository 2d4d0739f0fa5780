package org.wengert.bench.report;

import java.util.List;
import java.util.Map;
import org.wengert.bench.result.Machine;

/**
 * One task trained on several engines, all that its report shows.
 *
 * @param title         what was trained: {@code moons, 2-16-16-1}
 * @param engines       in the order in which they ran
 * @param settings      all that the runs follow from but for the engine, by name
 * @param warmupSeconds how long each engine trained before any was measured
 * @param command       that repeats it
 * @param machine       that it ran on
 */
public record ComparedRuns(
        String title,
        List<EngineRun> engines,
        Map<String, String> settings,
        double warmupSeconds,
        String command,
        Machine machine) {
    /** Takes a copy. */
    public ComparedRuns {
        engines = List.copyOf(engines);
    }

    /**
     * One engine's run.
     *
     * @param name        of the engine
     * @param description its own words: precision, kernels, threads
     * @param losses      of each step's batch, from before the step
     * @param loss        at the end, over all training samples
     * @param stepSeconds the median over its steps
     */
    public record EngineRun(String name, String description, List<Double> losses, double loss, double stepSeconds) {}
}
