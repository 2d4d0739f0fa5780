package org.wengert.bench.run;

import java.time.Duration;

/** How much time a run may take. */
public enum Level {
    /**
     * Within two minutes: few sizes, enough to see factors. Most of it goes to warm-up: vector loops that are not compiled yet
     * are a hundred times slower, and a small step may take two seconds until none is left.
     */
    QUICK(new Timing(9, 2, Duration.ofMillis(250), 3, 10, Duration.ofSeconds(110))),
    /** Ten minutes for rounds, or five rounds if those take longer. */
    NORMAL(new Timing(5, 5, Duration.ofMillis(500), 5, 10, Duration.ofMinutes(10))),
    /** Every size, ten rounds, as long as that takes. */
    THOROUGH(new Timing(5, 5, Duration.ofSeconds(1), 10, 10, Duration.ofDays(1)));

    private final Timing timing;

    Level(Timing timing) {
        this.timing = timing;
    }

    /** Rounds, iterations and the time that rounds may take. */
    public Timing timing() {
        return timing;
    }
}
