package org.wengert.nn.predict;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wengert.error.ClosedEngineException;

/**
 * Workers made on demand, at most so many; a caller that finds all of them busy waits its turn. The one that was used last
 * is used first: its numbers are still in the caches.
 */
final class WorkerPool implements AutoCloseable {
    private final Supplier<Worker> make;
    private final int most;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    WorkerPool(Supplier<Worker> make, int most) {
        this.make = make;
        this.most = most;
        this.permits = new Semaphore(most);
    }

    <T> T with(Function<Worker, T> use) {
        permits.acquireUninterruptibly();
        try {
            if (closed) {
                throw new ClosedEngineException("predict: the predictor is closed; load the model again");
            }
            @Nullable Worker found = idle.pollFirst();
            Worker worker = found == null ? make.get() : found;
            try {
                return use.apply(worker);
            } finally {
                idle.addFirst(worker);
            }
        } finally {
            permits.release();
        }
    }

    /** Waits for those that are at work. */
    @Override
    public void close() {
        closed = true;
        permits.acquireUninterruptibly(most);
        try {
            idle.forEach(Worker::close);
            idle.clear();
        } finally {
            permits.release(most);
        }
    }
}
