package org.wengert.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a model is run for: to answer, or to learn. Most layers compute the same either way. {@link Dropout} and
 * {@link BatchNorm1d} do not, and what they need to learn, random numbers and a place to leave statistics, comes with
 * the pass: a model itself has no mode that could be left in the wrong state.
 *
 * <p>What a training pass tells of the data is kept back until {@link #commit()}, so that a step that is broken off
 * leaves the model as it was.
 */
public final class Pass {
    /** To answer: the same output for the same input, whatever went before. */
    public static final Pass EVALUATION = new Pass(null);

    private final @Nullable RandomGenerator random;
    private final List<Runnable> updates = new ArrayList<>();

    private Pass(@Nullable RandomGenerator random) {
        this.random = random;
    }

    /** To learn, one step: layers that need random numbers take them from here, in the order they are run. */
    public static Pass training(RandomGenerator random) {
        return new Pass(random);
    }

    /** Whether this is a pass to learn by. */
    public boolean isTraining() {
        return random != null;
    }

    /**
     * Where random numbers come from.
     *
     * @throws ModelException if this is no pass to learn by: an answer must not depend on chance
     */
    public RandomGenerator random() {
        if (random == null) {
            throw new ModelException("pass: no random numbers: this is an evaluation; ask isTraining() first");
        }
        return random;
    }

    /** What shall happen to the model's buffers if this step is taken; an evaluation ignores it. */
    public void onCommit(Runnable update) {
        if (isTraining()) {
            updates.add(update);
        }
    }

    /** The step was taken: brings the model's buffers up to date. A second call does nothing. */
    public void commit() {
        updates.forEach(Runnable::run);
        updates.clear();
    }
}
