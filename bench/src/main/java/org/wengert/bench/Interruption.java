package org.wengert.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a training run end between two steps, and save itself, when the process is told to end: by Ctrl-C or by a signal.
 * The process does not end before {@link #close}, but for ten seconds at most.
 */
final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Thread training = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");

    /** Watches over the thread that makes it. */
    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void interrupt() {
        training.interrupt();
        try {
            boolean inTime = closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("training did not end within " + PATIENCE_SECONDS + " seconds; not waiting longer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, so the hook has run.
        }
    }
}
