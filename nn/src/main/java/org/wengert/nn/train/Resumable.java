package org.wengert.nn.train;

import java.util.Map;
import org.wengert.error.ConfigurationException;

/** A part of a training run that remembers something, which a checkpoint keeps: a listener that waits for its best epoch, say. */
public interface Resumable {
    /** A name of its own among the parts of a run, without a slash. */
    String name();

    /** What it remembers, as arrays by name: one at least. */
    Map<String, double[]> state();

    /** Takes up what {@link #state()} gave. */
    void restore(Map<String, double[]> state);

    /**
     * An array of a state that must be there.
     *
     * @throws ConfigurationException if it is not
     */
    static double[] array(Map<String, double[]> state, String name) {
        double[] array = state.get(name);
        if (array == null) {
            throw new ConfigurationException("checkpoint: a part's state has no array '" + name + "': it has "
                    + state.keySet() + "; it was saved by another version");
        }
        return array;
    }
}
