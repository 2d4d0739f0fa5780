package org.wengert.bench;

import java.util.Optional;
import org.wengert.bench.report.Portrait;
import org.wengert.nn.train.History;

/**
 * What came of training a task on an engine. All figures but the history belong to the parameters after the last step.
 *
 * @param engine      its name
 * @param description the engine's own words: precision, kernels, threads
 * @param task        what was trained
 * @param parameters  how many numbers were trained
 * @param history     the run step by step
 * @param loss        over all training samples, regularisation included
 * @param trainMetric accuracy, or R2 where targets are numbers, on the training samples
 * @param testMetric  the same on the test samples
 * @param portrait    for a report, if one was asked for
 */
record Result(
        String engine,
        String description,
        Task task,
        int parameters,
        History history,
        double loss,
        double trainMetric,
        double testMetric,
        Optional<Portrait> portrait) {
    /** How long the training alone took, without what was recorded for a report meanwhile. */
    double seconds() {
        return history.seconds() - portrait.map(one -> one.course().seconds()).orElse(0.0);
    }
}
