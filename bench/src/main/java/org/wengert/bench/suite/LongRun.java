package org.wengert.bench.suite;

import java.util.function.Supplier;
import org.wengert.Engine;

/** Work after which nothing may be left; each returns the bytes of heap in use that there are more than before. */
final class LongRun {
    /** One object lost in each of a million steps would be 16 MB; this is what a JVM may do by itself meanwhile. */
    static final long NOTHING = 1 << 20;

    private LongRun() {}

    /** One contender's steps. */
    static long steps(Contender contender, int count) {
        return left(count + " steps", count, contender::step);
    }

    /** Networks made on one engine with their optimisers, one after another, trained a step and forgotten. */
    static long networks(Supplier<Engine> opener, Workload workload, int count) {
        Problem problem = Problem.of(workload);
        try (Engine engine = opener.get()) {
            return left(count + " networks", count, () -> new EngineStep(engine, workload, problem, Steps.RATE).step());
        }
    }

    /**
     * Does something over and over, and a tenth as often before the first look, so that arrays have their size.
     *
     * @throws IllegalStateException if more is left than {@link #NOTHING}
     */
    static long left(String work, int count, Runnable once) {
        for (int i = 0; i < count / 10; i++) {
            once.run();
        }
        long before = Retained.used();
        for (int i = 0; i < count; i++) {
            once.run();
        }
        long after = Retained.used();
        if (after - before > NOTHING) {
            throw new IllegalStateException("benchmark: this time does not count: " + work + " left " + (after - before)
                    + " bytes behind: " + before + " before, " + after + " after");
        }
        return after - before;
    }
}
