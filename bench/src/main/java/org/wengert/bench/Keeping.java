package org.wengert.bench;

import java.nio.file.Path;
import java.util.Optional;
import org.wengert.nn.train.Checkpoints;

/**
 * What is kept of a training run.
 *
 * @param checkpoints of the run, while it goes on
 * @param model       the file that the trained model goes into
 * @param portrait    whether a portrait for a report is among the results
 */
record Keeping(Optional<Checkpoints> checkpoints, Optional<Path> model, boolean portrait) {
    /** Nothing but what is printed. */
    static final Keeping NOTHING = new Keeping(Optional.empty(), Optional.empty(), false);
}
