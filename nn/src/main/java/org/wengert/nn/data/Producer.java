package org.wengert.nn.data;

import java.lang.ref.WeakReference;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Prepares the batches of a pass and queues them, until there are no more, one fails, the thread is interrupted, or nobody is
 * left to take them. It knows the one who takes them only weakly: a pass that was forgotten is let go of.
 */
final class Producer implements Runnable {
    private static final long LOOK_MILLIS = 250;

    private final BatchIterator batches;
    private final BlockingQueue<Prepared> queue;
    private final WeakReference<?> consumer;

    Producer(BatchIterator batches, BlockingQueue<Prepared> queue, WeakReference<?> consumer) {
        this.batches = batches;
        this.queue = queue;
        this.consumer = consumer;
    }

    @Override
    public void run() {
        try (batches) {
            while (batches.hasNext()) {
                if (!put(new Prepared.Ready(batches.next().prepared()))) {
                    return;
                }
            }
            put(new Prepared.End());
        } catch (RuntimeException | Error failure) {
            put(new Prepared.Failed(failure));
        }
    }

    /** False if nobody waits for it any more. */
    private boolean put(Prepared prepared) {
        try {
            while (consumer.get() != null) {
                if (queue.offer(prepared, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
