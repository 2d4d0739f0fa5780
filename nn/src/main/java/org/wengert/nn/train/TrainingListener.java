package org.wengert.nn.train;

/** Watches a training run. It is called on the training thread, between steps; what it throws ends the run. */
public interface TrainingListener {
    /** The run is about to take its first step. */
    default void started(Progress progress) {}

    /** A step is done and the variables have moved. */
    default void stepDone(Progress progress) {}

    /** A pass over the data is done; called after the last step's {@link #stepDone}. */
    default void epochDone(Progress progress) {}

    /** The run is over: complete, stopped or interrupted. Not called when it failed. */
    default void ended(Progress progress) {}
}
