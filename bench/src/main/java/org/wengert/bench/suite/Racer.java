package org.wengert.bench.suite;

/** One contender in a {@link Race}: a network that begins with the task's weights and learns from its batches. */
interface Racer extends AutoCloseable {
    /** What runs, in words, with every setting that is not the task's. */
    String description();

    /** Goes on learning until so many steps have been taken since the start. */
    void train(int steps);

    /** The share of held-out samples that are told right now. */
    double accuracy();

    @Override
    void close();
}
