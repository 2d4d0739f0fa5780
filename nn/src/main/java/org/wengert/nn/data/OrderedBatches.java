package org.wengert.nn.data;

import java.util.Arrays;
import java.util.NoSuchElementException;

/** One pass over a data set in memory, in a given order. */
final class OrderedBatches implements BatchIterator {
    private final DataSet data;
    private final int size;
    private final int[] order;
    private int next;

    OrderedBatches(DataSet data, int size, int... order) {
        this.data = data;
        this.size = size;
        this.order = order;
    }

    @Override
    public boolean hasNext() {
        return next < order.length;
    }

    @Override
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("batches: no batch is left of " + order.length + " samples");
        }
        int stop = (int) Math.min((long) next + size, order.length);
        int[] chosen = Arrays.copyOfRange(order, next, stop);
        next = stop;
        return new Batch(data.select(chosen));
    }

    @Override
    public void close() {
        next = order.length;
    }
}
