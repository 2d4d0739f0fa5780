package org.wengert.nn.data;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The same batches in the same order, each read and prepared by a thread of its own while the step before it runs. A pass has
 * one daemon thread, which ends with the pass: when it is complete, fails or is closed, and in any case soon after nobody holds
 * its iterator any more.
 */
public final class Prefetched implements BatchSource {
    private final BatchSource source;
    private final int ahead;

    private Prefetched(BatchSource source, int ahead) {
        this.source = source;
        this.ahead = ahead;
    }

    /**
     * Prepares batches of a source ahead of those who take them.
     *
     * @param ahead how many batches may wait to be taken; they are in memory
     * @throws DataException if that is none
     */
    public static Prefetched of(BatchSource source, int ahead) {
        if (ahead < 1) {
            throw new DataException("prefetched: at least one batch must be prepared ahead: got " + ahead);
        }
        return new Prefetched(source, ahead);
    }

    /**
     * {@inheritDoc}
     *
     * <p>What the source throws while it is read, the iterator throws in its place among the batches.
     */
    @Override
    public BatchIterator batches(int size, long epoch) {
        return PrefetchedBatches.start(source.batches(size, epoch), ahead);
    }

    @Override
    public Map<String, String> identity() {
        return source.identity();
    }

    @Override
    public OptionalLong size() {
        return source.size();
    }

    @Override
    public int width() {
        return source.width();
    }

    @Override
    public int outputs() {
        return source.outputs();
    }

    @Override
    public TargetKind kind() {
        return source.kind();
    }

    @Override
    public List<String> classNames() {
        return source.classNames();
    }
}
