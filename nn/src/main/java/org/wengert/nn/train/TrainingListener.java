package org.wengert.nn.train;

import org.wengert.Value;
import org.wengert.nn.io.FileException;

/** Watches a training run. It is called on the training thread, between steps; what it throws ends the run. */
public interface TrainingListener {
    /** The run is about to take its first step, or the first after it was taken up again. */
    default void started(Progress progress) {}

    /**
     * The gradients of a step are there and no variable has moved. {@code progress} still tells of the step before.
     *
     * @param loss what was differentiated, with all that it was computed from; of a batch that was taken in parts, the last
     *     one's; forgotten when the step is done
     */
    default void gradientsDone(Progress progress, Value loss) {}

    /** A step is done and the variables have moved. */
    default void stepDone(Progress progress) {}

    /** A pass over the data is done and validated; called after the last step's {@link #stepDone}. */
    default void epochDone(Progress progress) {}

    /** A checkpoint of the run as it stands is written. */
    default void checkpointSaved(Progress progress) {}

    /** A checkpoint could not be written; the run goes on, and checkpoints written before are still there. */
    default void checkpointFailed(Progress progress, FileException failure) {}

    /** The run is over: complete, stopped or interrupted. Not called when it failed. */
    default void ended(Progress progress) {}
}
