package org.wengert.nn.train;

import java.nio.file.Path;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.io.FileException;

/** A run in a process of its own that prints which checkpoints failed, and how many steps were taken all the same. */
final class FailingRun {
    private FailingRun() {}

    /**
     * The name of an engine, a folder for checkpoints, the number of epochs, and maybe the step after whose checkpoint the folder
     * becomes read-only.
     */
    public static void main(String... args) {
        Path folder = Path.of(args[1]);
        long last = args.length > 3 ? Long.parseLong(args[3]) : Long.MAX_VALUE;
        try (Engine engine = Engines.open(args[0])) {
            SavedRun run = new SavedRun(engine, Integer.parseInt(args[2]));
            History history = run.trainer
                    .checkpoints(Checkpoints.in(folder).everySteps(4))
                    .listener(new TrainingListener() {
                        @Override
                        public void stepDone(Progress progress) {
                            if (progress.step() == last + 1 && !folder.toFile().setWritable(false)) {
                                throw new IllegalStateException("permissions cannot be changed");
                            }
                        }

                        @Override
                        public void checkpointFailed(Progress progress, FileException failure) {
                            System.out.println("failed " + progress.step() + ": " + failure.getMessage());
                        }
                    })
                    .fit(SavedRun.data());
            System.out.println("steps " + history.steps());
        }
    }
}
