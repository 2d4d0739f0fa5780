package org.wengert.bench.suite;

/** One way to compute a workload's training step. Parameters and gradients are flat, in {@link Problem}'s order. */
interface Contender extends AutoCloseable {
    /** What runs, in words: precision, kernels, threads. */
    String description();

    /** Forward, backward and update: what is timed. Returns something of the result, for the clock's sake. */
    double step();

    /** The loss with the parameters as they are; nothing moves. */
    double loss();

    /** The gradient of every parameter with the parameters as they are; nothing moves. */
    double[] gradients();

    /** The parameters as they are. */
    double[] parameters();

    @Override
    void close();
}
