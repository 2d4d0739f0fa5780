package org.wengert.tape;

import org.wengert.Engine;

/** How full a tape is, read off for the workbench alone. Beside the tape's own package, for it is nobody else's business. */
public final class TapeGauge {
    private final TapeEngine<?> engine;

    private TapeGauge(TapeEngine<?> engine) {
        this.engine = engine;
    }

    /** Whether an engine has a tape to look at. */
    public static boolean fits(Engine engine) {
        return engine instanceof TapeEngine;
    }

    /**
     * The gauge of an engine.
     *
     * @throws ClassCastException if it is another engine than a tape
     */
    public static TapeGauge of(Engine engine) {
        return new TapeGauge((TapeEngine<?>) engine);
    }

    /** Rows of the list, leaves and constants among them. */
    public int rows() {
        return engine.tape().rows();
    }

    /**
     * Bytes that rows and arrays fill now, adjoints among them; not what the tape has room for beside, nor what variables
     * keep for themselves.
     */
    public long bytes() {
        int number = engine.hasScalarLane() ? Double.BYTES : Float.BYTES;
        return Tape.BYTES_A_ROW * rows() + 2L * number * engine.arena().used();
    }
}
