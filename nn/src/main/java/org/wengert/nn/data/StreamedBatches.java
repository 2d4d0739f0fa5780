package org.wengert.nn.data;

import java.util.Arrays;
import java.util.NoSuchElementException;

/** One pass over samples that are read one after another: no more is in memory than a batch, and what the reader holds. */
final class StreamedBatches implements BatchIterator {
    private final SampleReader samples;
    private final SampleLayout layout;
    private final double[] inputs;
    private final double[] targets;
    private final int size;
    private int held;
    private boolean isOpen = true;

    StreamedBatches(SampleReader samples, SampleLayout layout, int size) {
        this.samples = samples;
        this.layout = layout;
        this.size = size;
        this.inputs = new double[Checks.room(size, layout.width())];
        this.targets = new double[Checks.room(size, layout.targetWidth())];
    }

    @Override
    public boolean hasNext() {
        if (isOpen && held == 0) {
            fill();
        }
        return held > 0;
    }

    private void fill() {
        boolean complete = false;
        try {
            while (held < size && samples.read(inputs, held * layout.width(), targets, held * layout.targetWidth())) {
                held++;
            }
            complete = true;
        } finally {
            if (!complete) {
                close();
            } else if (held < size) {
                isOpen = false;
                samples.close();
            }
        }
    }

    @Override
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("batches: no batch is left");
        }
        DataSet samples = layout.samples(
                Arrays.copyOf(inputs, held * layout.width()), Arrays.copyOf(targets, held * layout.targetWidth()));
        held = 0;
        return new Batch(samples);
    }

    @Override
    public void close() {
        held = 0;
        if (isOpen) {
            isOpen = false;
            samples.close();
        }
    }
}
