package org.wengert.spi;

import org.jspecify.annotations.Nullable;
import org.wengert.Scope;

/** One scope of an engine, and the one around it; the outermost belongs to the engine itself. */
final class Frame implements Scope {
    private final AbstractEngine engine;
    final @Nullable Frame outer;
    final boolean recording;
    private boolean open = true;

    Frame(AbstractEngine engine, @Nullable Frame outer, boolean recording) {
        this.engine = engine;
        this.outer = outer;
        this.recording = recording;
    }

    AbstractEngine engine() {
        return engine;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        if (open) {
            engine.close(this);
        }
    }

    void markClosed() {
        open = false;
    }
}
