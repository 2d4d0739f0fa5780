package org.wengert.nn.data;

import java.util.List;

/** Samples read from files anew in each pass, as they stand or shuffled within a buffer. */
abstract class StreamedSource implements BatchSource {
    final SampleLayout layout;
    final Shuffling shuffling;

    StreamedSource(SampleLayout layout, Shuffling shuffling) {
        this.layout = layout;
        this.shuffling = shuffling;
    }

    /** Opens the files at their beginning. */
    abstract SampleReader open();

    @Override
    public BatchIterator batches(int size, long epoch) {
        Checks.batchSize(size);
        try {
            return batches(open(), size, epoch);
        } catch (OutOfMemoryError e) {
            throw new DataException(
                    "batches: no room: batches of " + size + " samples, " + shuffling.order() + ", of " + width()
                            + " inputs each, do not fit into a heap of "
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MB; take fewer at a time, or give java more memory with -Xmx",
                    e);
        }
    }

    private BatchIterator batches(SampleReader reader, int size, long epoch) {
        try {
            return new StreamedBatches(shuffling.of(reader, layout, epoch), layout, size);
        } catch (RuntimeException | Error e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public int width() {
        return layout.width();
    }

    @Override
    public int outputs() {
        return layout.outputs();
    }

    @Override
    public TargetKind kind() {
        return layout.kind();
    }

    @Override
    public List<String> classNames() {
        return layout.classNames();
    }
}
