package org.wengert.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wengert.nn.Loss;
import org.wengert.nn.data.DataSet;
import org.wengert.nn.data.Split;
import org.wengert.nn.data.TargetKind;

/**
 * All that a training run follows from, but for the engine: the same task gives the same numbers.
 *
 * @param dataset its name
 * @param chosen  what else was said of the data, by name
 * @param samples what to learn from and what to be judged by
 * @param recipe  the network and how to train it
 * @param seed    of the run
 */
record Task(String dataset, Map<String, String> chosen, Samples samples, Recipe recipe, long seed) {
    Task {
        chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
    }

    /** What to learn from. */
    DataSet train() {
        return samples.data().train();
    }

    /** What to be judged by. */
    DataSet test() {
        return samples.data().test();
    }

    /** Samples a step. */
    int batch() {
        return Math.min(recipe.batch(), train().size());
    }

    /** What suits the kind of target. */
    Loss loss() {
        return switch (train().kind()) {
            case NUMBERS -> Loss.MEAN_SQUARED_ERROR;
            case SIGNS -> Loss.HINGE;
            case CLASSES -> Loss.CROSS_ENTROPY;
        };
    }

    /** What that loss is called. */
    String lossInWords() {
        return switch (train().kind()) {
            case NUMBERS -> "mean squared error";
            case SIGNS -> "hinge";
            case CLASSES -> "cross-entropy";
        };
    }

    /** Whether there are classes, so that an accuracy can be stated; else it is R2. */
    boolean hasClasses() {
        return train().kind() != TargetKind.NUMBERS;
    }

    /** Sizes of all layers: {@code 2-16-16-1}. */
    String network() {
        return recipe.network(train().width(), train().outputs());
    }

    /** The task with at most this many samples in either part. */
    Task limited(int most) {
        Split fewer = new Split(train().take(most), test().take(most));
        Map<String, String> said = new LinkedHashMap<>(chosen);
        said.put("at most", most + " samples to learn from, and as many to test");
        return new Task(dataset, said, new Samples(fewer, samples.preprocessing()), recipe, seed);
    }
}
