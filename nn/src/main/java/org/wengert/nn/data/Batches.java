package org.wengert.nn.data;

import java.util.function.Supplier;

/** A data set cut into batches, in an order that each pass asks for anew. */
final class Batches implements Iterable<Batch> {
    private final DataSet data;
    private final int size;
    private final Supplier<int[]> orders;

    Batches(DataSet data, int size, Supplier<int[]> orders) {
        Checks.batchSize(size);
        this.data = data;
        this.size = size;
        this.orders = orders;
    }

    @Override
    public BatchIterator iterator() {
        return new OrderedBatches(data, size, orders.get());
    }
}
