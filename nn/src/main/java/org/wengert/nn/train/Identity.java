package org.wengert.nn.train;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.wengert.nn.Model;
import org.wengert.nn.ModelException;
import org.wengert.nn.Regularization;
import org.wengert.nn.data.BatchSource;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.optim.Schedule;

/**
 * What a run was told, as texts by name: all that its steps follow from besides the program, so that a checkpoint is not taken
 * up by another run. What the optimiser was told is part of its own state.
 */
final class Identity {
    private static final String NONE = "none";

    private Identity() {}

    /** The identity of a run on batches of this size. */
    static Map<String, String> of(Settings settings, BatchSource source, int size) {
        Map<String, String> texts = new TreeMap<>(source.identity());
        texts.put("samples", samples(source.size()));
        texts.put("batchSize", Integer.toString(size));
        texts.put("microBatchSize", microBatchSize(settings, size));
        texts.put("network", network(settings.model));
        texts.put("seed", Long.toString(settings.seed));
        texts.put("loss", settings.loss.description());
        texts.put(
                "regularization",
                settings.regularization.map(Regularization::description).orElse(NONE));
        texts.put("schedule", settings.schedule.map(Schedule::description).orElse(NONE));
        texts.put("validation", settings.validation.map(Identity::data).orElse(NONE));
        return texts;
    }

    private static String samples(OptionalLong size) {
        return size.isPresent() ? Long.toString(size.getAsLong()) : "unknown";
    }

    private static String microBatchSize(Settings settings, int size) {
        return settings.microBatchSize < size
                ? settings.microBatchSize + ", losses reduced by " + settings.reduction
                : Integer.toString(size);
    }

    /** What the model is made of; of layers of one's own nobody knows. */
    private static String network(Model model) {
        try {
            return model.blueprint().toString();
        } catch (ModelException e) {
            return "one's own";
        }
    }

    private static String data(DataSet data) {
        return BatchSource.of(data).identity().getOrDefault("data", NONE);
    }
}
