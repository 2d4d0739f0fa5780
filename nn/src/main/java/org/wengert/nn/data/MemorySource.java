package org.wengert.nn.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * A data set, each pass in an order of its own.
 *
 * @param order  what follows the data's identity; empty if a pass cannot be had again
 * @param orders of passes, by their numbers
 */
record MemorySource(DataSet data, Optional<String> order, LongFunction<int[]> orders) implements BatchSource {
    @Override
    public BatchIterator batches(int size, long epoch) {
        Checks.batchSize(size);
        return new OrderedBatches(data, size, orders.apply(epoch));
    }

    @Override
    public Map<String, String> identity() {
        String known = order.orElseThrow(() -> new DataException("batches: a pass cannot be had again: its order was"
                + " drawn from a generator, and nobody knows where that stood; use BatchSource.shuffled(data, seed)"));
        return Map.of("data", new Fingerprint().add(data).text(), "order", known);
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
