package org.wengert.nn.data;

import java.lang.ref.WeakReference;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One pass whose batches a thread prepares. */
final class PrefetchedBatches implements BatchIterator {
    private static final long LOOK_MILLIS = 250;

    private final BlockingQueue<Prepared> queue;
    private final Thread thread;
    private Optional<Batch> next = Optional.empty();
    private boolean isOpen = true;

    private PrefetchedBatches(BatchIterator batches, int ahead) {
        queue = new ArrayBlockingQueue<>(ahead);
        thread = new Thread(new Producer(batches, queue, new WeakReference<>(this)), "wengert-prefetch");
        thread.setDaemon(true);
    }

    static PrefetchedBatches start(BatchIterator batches, int ahead) {
        PrefetchedBatches prefetched = new PrefetchedBatches(batches, ahead);
        try {
            prefetched.thread.start();
        } catch (Throwable e) {
            batches.close();
            throw e;
        }
        return prefetched;
    }

    @Override
    public boolean hasNext() {
        if (isOpen && next.isEmpty()) {
            Prepared prepared = uninterrupted(this::take);
            if (prepared instanceof Prepared.Ready ready) {
                next = Optional.of(ready.batch());
            } else {
                close();
            }
            if (prepared instanceof Prepared.Failed failed) {
                failed.rethrow();
            }
        }
        return next.isPresent();
    }

    /** NOTE: a thread that dies, for want of memory say, may not be able to say so. */
    private Prepared take() throws InterruptedException {
        while (true) {
            boolean isAlive = thread.isAlive(); // asked first: what it has queued before it ended must not be missed
            @Nullable Prepared prepared = queue.poll(isAlive ? LOOK_MILLIS : 0, TimeUnit.MILLISECONDS);
            if (prepared != null) {
                return prepared;
            }
            if (!isAlive) {
                return new Prepared.Failed(
                        new DataException("prefetched: the thread that prepares batches has died of what it could not"
                                + " tell: see standard error"));
            }
        }
    }

    @Override
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("batches: no batch is left");
        }
        Batch batch = next.orElseThrow();
        next = Optional.empty();
        return batch;
    }

    /** Waits for the thread to end, so that files are closed. */
    @Override
    public void close() {
        if (isOpen) {
            isOpen = false;
            next = Optional.empty();
            thread.interrupt();
            uninterrupted(() -> {
                thread.join();
                return thread;
            });
        }
    }

    private interface Waiting<T> {
        T get() throws InterruptedException;
    }

    /** NOTE: an interrupt is left to whoever takes the batch, as it would be if the batch were prepared right here. */
    private static <T> T uninterrupted(Waiting<T> waiting) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return waiting.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
