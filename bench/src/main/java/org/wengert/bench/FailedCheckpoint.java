package org.wengert.bench;

import java.util.Optional;
import org.wengert.nn.io.FileException;
import org.wengert.nn.train.Progress;
import org.wengert.nn.train.TrainingListener;

/** Remembers whether the latest checkpoint could be written. */
final class FailedCheckpoint implements TrainingListener {
    private Optional<String> reason = Optional.empty();

    @Override
    public void checkpointFailed(Progress progress, FileException failure) {
        reason = Optional.ofNullable(failure.getMessage());
    }

    @Override
    public void checkpointSaved(Progress progress) {
        reason = Optional.empty();
    }

    /** Why the latest one is not there; empty if it is, or there was none. */
    Optional<String> reason() {
        return reason;
    }
}
