package org.wengert.bench.counts;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Bytes that the current thread allocates. They are exact, and the same on every machine, only where no compiler leaves
 * out objects that it can do without: in a JVM with {@code -Xint} or with its first compiler alone.
 */
final class Allocation {
    /** Runs before the count, in which classes are loaded and arrays grow. */
    private static final int WARM_UP = 2;

    private static final int COUNTED = 2;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /**
     * Bytes that one run allocates.
     *
     * @throws IllegalStateException if runs differ
     */
    static long of(Runnable action) {
        for (int i = 0; i < WARM_UP; i++) {
            action.run();
        }
        long[] bytes = new long[COUNTED];
        for (int i = 0; i < COUNTED; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            action.run();
            bytes[i] = THREADS.getCurrentThreadAllocatedBytes() - before;
        }
        if (Arrays.stream(bytes).distinct().count() > 1) {
            throw new IllegalStateException(
                    "counts: runs of the same code allocate different amounts: " + Arrays.toString(bytes));
        }
        return bytes[0];
    }
}
