package org.wengert.bench;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.wengert.bench.run.Case;
import org.wengert.bench.run.Watcher;

/** Shows on standard error where a benchmark run stands. */
interface BenchProgress extends Watcher {
    /** A bar if a person watches and nothing else is printed there, a line a round otherwise. */
    static BenchProgress of(String title, PrintWriter err, boolean verbose) {
        return Terminal.isPresent() && !verbose ? new Drawn(title) : new Lines(title, err);
    }

    /** A bar that names the row whose turn it is. */
    final class Drawn implements BenchProgress {
        private static final int REFRESH_MILLISECONDS = 200;

        private final ProgressBar bar;

        Drawn(String title) {
            bar = new ProgressBarBuilder()
                    .setTaskName(title)
                    .setInitialMax(1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
                    .clearDisplayOnFinish()
                    .setConsumer(new TerminalLine(System.err))
                    .build();
        }

        @Override
        public void planned(int forks) {
            bar.maxHint(forks);
        }

        @Override
        public void begins(Case row, int round) {
            bar.setExtraMessage(" round " + round + ", " + row.id());
        }

        @Override
        public void ended() {
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** One line at the beginning of each round. */
    final class Lines implements BenchProgress {
        private final String title;
        private final PrintWriter err;
        private int total;
        private int done;
        private int round;

        Lines(String title, PrintWriter err) {
            this.title = title;
            this.err = err;
        }

        @Override
        public void planned(int forks) {
            total = forks;
        }

        @Override
        public void begins(Case row, int next) {
            if (next != round) {
                round = next;
                err.printf(Locale.ROOT, "%s: round %d, %d of about %d JVMs done%n", title, round, done, total);
                err.flush();
            }
        }

        @Override
        public void ended() {
            done++;
        }

        @Override
        public void close() {}
    }
}
