package org.wengert.scalar;

import org.jspecify.annotations.Nullable;

/**
 * What has been recorded until now, as the latest value, which knows the one before it. Each scope has a recording of its
 * own that begins where the one around it stood; when it closes, that one goes on as if nothing had been. (So there is
 * also no store of a young value into an old object for each operation, which the garbage collector makes dear.)
 */
final class Recording {
    final @Nullable Recording outer;
    private @Nullable GraphValue latest;

    /** The engine's clock when the oldest value was recorded. */
    private int begun;

    /** A recording for a scope that opens now. */
    Recording(@Nullable Recording outer) {
        this.outer = outer;
        if (outer != null) {
            latest = outer.latest;
            begun = outer.begun;
        }
    }

    void add(GraphValue value, int clock) {
        if (latest == null) {
            begun = clock;
        }
        latest = value;
    }

    @Nullable
    GraphValue latest() {
        return latest;
    }

    /** Whether a variable may have been set after something here was recorded. */
    boolean mayBeStale(int clock) {
        return clock != begun;
    }
}
