package org.wengert.bench;

import java.util.Arrays;
import org.wengert.nn.train.Progress;
import org.wengert.nn.train.TrainingListener;

/** Times each step, from the end of the one before, and ends a run when time is up. */
final class Stopwatch implements TrainingListener {
    private final long start = System.nanoTime();
    private final double limit;
    private long last;
    private long[] nanos = new long[1024];
    private int steps;

    /** A watch that stops runs after so many seconds, all of them together. */
    Stopwatch(double limitSeconds) {
        limit = limitSeconds;
    }

    /** Whether time is up. */
    boolean isOver() {
        return (System.nanoTime() - start) / 1e9 >= limit;
    }

    @Override
    public void started(Progress progress) {
        last = System.nanoTime();
    }

    @Override
    public void stepDone(Progress progress) {
        long now = System.nanoTime();
        if (steps == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * steps);
        }
        nanos[steps++] = now - last;
        last = now;
        if (isOver()) {
            progress.stop();
        }
    }

    /** The median step in seconds; NaN if there was none. */
    double medianStep() {
        long[] sorted = Arrays.copyOf(nanos, steps);
        Arrays.sort(sorted);
        return steps == 0 ? Double.NaN : (sorted[(steps - 1) / 2] + sorted[steps / 2]) / 2e9;
    }
}
