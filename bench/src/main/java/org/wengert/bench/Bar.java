package org.wengert.bench;

import java.text.DecimalFormat;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.wengert.nn.train.Progress;

/** A bar with rate and time left, gone when the run is over. */
final class Bar implements Display {
    private static final int REFRESH_MILLISECONDS = 200;

    private final String title;
    private @Nullable ProgressBar bar;

    Bar(String title) {
        this.title = title;
    }

    @Override
    public void started(Progress progress) {
        bar = new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(progress.totalSteps())
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
                .showSpeed(new DecimalFormat("0"))
                .clearDisplayOnFinish()
                .setConsumer(new TerminalLine(System.err))
                .build();
    }

    @Override
    public void stepDone(Progress progress) {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void epochDone(Progress progress) {
        if (bar != null) {
            bar.setExtraMessage(" loss " + Numbers.brief(progress.epochLoss()));
        }
    }

    /** NOTE: the library would not wait for its last drawing in an interrupted thread, and draw over what is said next. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        if (bar != null) {
            bar.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
