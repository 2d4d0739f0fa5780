package org.wengert.nn.data;

import java.util.Iterator;

/**
 * One pass over a source. What it holds open, a file or a thread, is let go of at the end of the pass and, where a pass is
 * broken off, by {@link #close}. Not for several threads at a time.
 */
public interface BatchIterator extends Iterator<Batch>, AutoCloseable {
    /** Ends the pass: no batch is left. Closing twice does nothing. */
    @Override
    void close();
}
