package org.wengert.bench.suite;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Bytes of heap that objects keep: what is in use with them less what was without, each after a full collection. */
final class Retained {
    /** A difference of less could be anything that the JVM did meanwhile. */
    private static final double ENOUGH = 16 << 20;

    private static final int MOST_COPIES = 500;

    private Retained() {}

    /** Bytes of one object; of small ones as many are made as can be told from nothing. */
    static double bytes(Supplier<? extends AutoCloseable> maker) throws Exception {
        double one = Math.max(1, bytes(maker, 1));
        int copies = (int) Math.min(MOST_COPIES, Math.ceil(ENOUGH / one));
        return copies == 1 ? one : bytes(maker, copies) / copies;
    }

    private static double bytes(Supplier<? extends AutoCloseable> maker, int copies) throws Exception {
        List<AutoCloseable> kept = new ArrayList<>(copies);
        long before = used();
        for (int i = 0; i < copies; i++) {
            kept.add(maker.get());
        }
        double bytes = used() - before;
        for (AutoCloseable copy : kept) {
            copy.close();
        }
        return bytes;
    }

    /** Heap in use after a collection; the second finds what cleaners and references let go in the first. */
    static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
