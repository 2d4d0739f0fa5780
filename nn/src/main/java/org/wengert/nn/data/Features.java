package org.wengert.nn.data;

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
        private static final double WHITE = 255;

        @Override
        public int count() {
            return bytes.length / width;
        }

        @Override
        public void read(int sample, double[] into, int at) {
            for (int i = 0; i < width; i++) {
                into[at + i] = (bytes[sample * width + i] & 0xFF) / WHITE;
            }
        }
    }
}
