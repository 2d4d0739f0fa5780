package org.wengert.bench.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wengert.bench.result.Machine;
import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Split;

/**
 * A training run, all that its report shows.
 *
 * @param title         what was trained on which engine: {@code moons on tape}
 * @param summary       what came of it, in the words that were printed, by name
 * @param settings      all that the run follows from, by name
 * @param seconds       that the training took, with what was recorded meanwhile
 * @param command       that repeats it
 * @param machine       that it ran on
 * @param data          that it learnt from and was judged by
 * @param preprocessing how these were made of what came in
 * @param pixels        what samples look like, if they are pictures
 * @param sizes         of its layers, inputs first
 * @param activation    of its hidden layers
 * @param portrait      what it became
 */
public record TrainedRun(
        String title,
        Map<String, String> summary,
        Map<String, String> settings,
        double seconds,
        String command,
        Machine machine,
        Split data,
        Preprocessing preprocessing,
        Optional<Pixels> pixels,
        List<Integer> sizes,
        String activation,
        Portrait portrait) {}
