package org.wengert.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.IntSupplier;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The line of a terminal that a progress bar is drawn on, as wide as the terminal is at the time. NOTE: the library's own
 * consumer opens the terminal by another library, which takes Ctrl-C away from the process: it would die without saving.
 */
final class TerminalLine implements ProgressBarConsumer {
    /** Asking takes a process of its own, so it is not done for each drawing. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();

    private static final String CLEAR_TO_END = "\u001b[K";

    private final PrintStream out;
    private final IntSupplier columns;
    private int width;
    private long asked;

    TerminalLine(PrintStream out) {
        this(out, TerminalWidth::columns);
    }

    /** With another way to learn the terminal's width. */
    TerminalLine(PrintStream out, IntSupplier columns) {
        this.out = out;
        this.columns = columns;
        ask();
    }

    private void ask() {
        width = columns.getAsInt() - 1; // in the last column some terminals would begin the next line
        asked = System.nanoTime();
    }

    @Override
    public int getMaxRenderedLength() {
        if (System.nanoTime() - asked > PATIENCE_NANOS) {
            ask();
        }
        return width;
    }

    @Override
    public void accept(String bar) {
        out.print("\r" + bar.substring(0, Math.min(bar.length(), width)) + CLEAR_TO_END);
        out.flush();
    }

    @Override
    public void clear() {
        out.print("\r" + CLEAR_TO_END);
        out.flush();
    }

    @Override
    public void close() {}
}
