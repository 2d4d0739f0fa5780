package org.wengert.nn.data;

import java.util.random.RandomGenerator;

/**
 * Samples shuffled within a buffer: each is drawn from those in the buffer, and the next one of the file takes its place. A
 * buffer that holds the whole file gives every order with the same probability.
 */
final class ShuffledReader implements SampleReader {
    private final SampleReader samples;
    private final int width;
    private final int targetWidth;
    private final double[] inputs;
    private final double[] targets;
    private final RandomGenerator random;
    private int held;
    private boolean isStarted;

    ShuffledReader(SampleReader samples, SampleLayout layout, int buffer, RandomGenerator random) {
        this.samples = samples;
        this.width = layout.width();
        this.targetWidth = layout.targetWidth();
        this.inputs = new double[Checks.room(buffer, width)];
        this.targets = new double[Checks.room(buffer, targetWidth)];
        this.random = random;
    }

    @Override
    public boolean read(double[] into, int at, double[] targetsInto, int targetAt) {
        if (!isStarted) {
            fill();
        }
        if (held == 0) {
            return false;
        }
        int drawn = random.nextInt(held);
        System.arraycopy(inputs, drawn * width, into, at, width);
        System.arraycopy(targets, drawn * targetWidth, targetsInto, targetAt, targetWidth);
        if (!samples.read(inputs, drawn * width, targets, drawn * targetWidth)) {
            held--;
            System.arraycopy(inputs, held * width, inputs, drawn * width, width);
            System.arraycopy(targets, held * targetWidth, targets, drawn * targetWidth, targetWidth);
        }
        return true;
    }

    private void fill() {
        isStarted = true;
        int room = targets.length / targetWidth;
        while (held < room && samples.read(inputs, held * width, targets, held * targetWidth)) {
            held++;
        }
    }

    @Override
    public void close() {
        samples.close();
    }
}
