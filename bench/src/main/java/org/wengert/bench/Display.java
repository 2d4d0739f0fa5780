package org.wengert.bench;

import java.io.PrintWriter;
import java.util.Locale;
import org.wengert.nn.train.Progress;
import org.wengert.nn.train.TrainingListener;

/** Shows on standard error where a training run stands. Closing ends it, also after a run that failed. */
interface Display extends TrainingListener, AutoCloseable {
    @Override
    default void close() {}

    /** A bar if a person watches, a handful of lines otherwise. */
    static Display of(String title, PrintWriter err) {
        return Terminal.isPresent() ? new Bar(title) : new Lines(title, err);
    }

    /** At most five lines over a whole run, however many steps it takes. */
    record Lines(String title, PrintWriter err) implements Display {
        private static final int COUNT = 5;

        @Override
        public void stepDone(Progress progress) {
            long done = progress.step();
            long total = progress.totalSteps();
            if (done * COUNT / total != (done - 1) * COUNT / total) {
                String loss = Numbers.brief(progress.loss());
                err.printf(Locale.ROOT, "%s: step %d of %d, loss %s%n", title, done, total, loss);
                err.flush();
            }
        }
    }
}
