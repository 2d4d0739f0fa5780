package org.wengert.bench;

import org.wengert.nn.data.Preprocessing;
import org.wengert.nn.data.Split;
import org.wengert.nn.data.Standardizer;

/**
 * Samples to learn from and to be judged by, and how they were made of what came in.
 *
 * @param data          as a network takes them
 * @param preprocessing fitted on those to learn from; a saved model keeps it
 */
record Samples(Split data, Preprocessing preprocessing) {
    /** Samples as they are. */
    static Samples plain(Split data) {
        return new Samples(data, Preprocessing.of(data.train()));
    }

    /** Inputs standardised by those to learn from. */
    static Samples standardized(Split raw) {
        Standardizer scaler = Standardizer.fit(raw.train());
        return new Samples(raw.scaled(scaler), Preprocessing.of(raw.train()).withScaler(scaler));
    }
}
