package org.wengert.bench.run;

/** Is told how a run goes on. Closing ends it, also after a run that failed. */
public interface Watcher extends AutoCloseable {
    /** How many JVMs there will be in all, as far as is known now; called again when more is known. */
    void planned(int forks);

    /** A row's JVM is about to start; rounds are counted from 1. */
    void begins(Case row, int round);

    /** The JVM has ended. */
    void ended();

    @Override
    void close();
}
