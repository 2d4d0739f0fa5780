package org.wengert.bench.suite;

import java.util.List;

/** Names of contenders that are no engines, but steps written by hand. */
public final class HandWritten {
    /** Naive loops in double. */
    public static final String LOOPS = "hand-loops";

    /** The tape's own kernels, called by hand. */
    public static final String KERNELS = "hand-kernels";

    private HandWritten() {}

    /** All of them. */
    public static List<String> names() {
        return List.of(LOOPS, KERNELS);
    }
}
