package org.wengert.nn.data;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** A data set, each pass in an order of its own. */
record MemorySource(DataSet data, LongFunction<int[]> orders) implements BatchSource {
    @Override
    public BatchIterator batches(int size, long epoch) {
        Checks.batchSize(size);
        return new OrderedBatches(data, size, orders.apply(epoch));
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(data.size());
    }

    @Override
    public int width() {
        return data.width();
    }

    @Override
    public int outputs() {
        return data.outputs();
    }

    @Override
    public TargetKind kind() {
        return data.kind();
    }

    @Override
    public List<String> classNames() {
        return data.classNames();
    }
}
