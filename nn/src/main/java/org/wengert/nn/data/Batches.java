package org.wengert.nn.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** A data set cut into batches, in an order that each pass asks for anew. */
final class Batches implements Iterable<Batch> {
    private final DataSet data;
    private final int size;
    private final Supplier<int[]> orders;

    Batches(DataSet data, int size, Supplier<int[]> orders) {
        if (size < 1) {
            throw new DataException("batches: a batch must hold at least one sample: got size " + size);
        }
        this.data = data;
        this.size = size;
        this.orders = orders;
    }

    @Override
    public Iterator<Batch> iterator() {
        int[] order = orders.get();
        return new Iterator<>() {
            private int next;

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
        };
    }
}
