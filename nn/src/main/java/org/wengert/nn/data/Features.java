package org.wengert.nn.data;

import java.util.stream.IntStream;

/** The inputs of samples, however they are stored. Immutable, and shared by all data sets taken from one. */
interface Features {
    /** How many samples there are. */
    int count();

    /** How many numbers a sample has. */
    int width();

    /** Copies a sample's numbers into an array, from a position on. */
    void read(int sample, double[] into, int at);

    /** Numbers as they are, row-major; not copied. */
    record Plain(int width, double[] numbers) implements Features {
        @Override
        public int count() {
            return numbers.length / width;
        }

        @Override
        public void read(int sample, double[] into, int at) {
            System.arraycopy(numbers, sample * width, into, at, width);
        }
    }

    /** A byte each, from 0 to 255, read as 0 to 1: an eighth of the memory. */
    record Pixels(int width, byte[] bytes) implements Features {
        /** The 256 quotients, each computed once: a division for every pixel of every batch would be a tenth of a step. */
        private static final double[] BRIGHTNESS =
                IntStream.range(0, 256).mapToDouble(grey -> grey / 255.0).toArray();

        @Override
        public int count() {
            return bytes.length / width;
        }

        @Override
        public void read(int sample, double[] into, int at) {
            int from = sample * width;
            for (int i = 0; i < width; i++) {
                into[at + i] = BRIGHTNESS[bytes[from + i] & 0xFF];
            }
        }
    }
}
