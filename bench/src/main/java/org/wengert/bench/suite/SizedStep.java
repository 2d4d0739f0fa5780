package org.wengert.bench.suite;

/** A step whose size was chosen. */
interface SizedStep extends AutoCloseable {
    /** What runs, in words. */
    String description();

    /** A whole step: what is timed. */
    double step();

    /** Records and differentiates, and then stays where it is, with all that an open step keeps. */
    void hold();

    @Override
    void close();
}
