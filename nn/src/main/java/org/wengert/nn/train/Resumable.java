package org.wengert.nn.train;

import java.util.Map;

/** A part of a training run that remembers something, which a checkpoint keeps: a listener that waits for its best epoch, say. */
public interface Resumable {
    /** A name of its own among the parts of a run. */
    String name();

    /** What it remembers, as arrays by name. */
    Map<String, double[]> state();

    /** Takes up what {@link #state()} gave. */
    void restore(Map<String, double[]> state);
}
