package org.wengert.nn.data;

/** Samples one after another, as a file holds them. */
interface SampleReader extends AutoCloseable {
    /** Writes the next sample's inputs and target into arrays, from a position on in each; false if there is none. */
    boolean read(double[] inputs, int at, double[] targets, int targetAt);

    @Override
    void close();
}
