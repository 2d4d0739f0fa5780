package org.wengert.bench.run;

import java.time.Duration;

/** How much time a run may take. */
public enum Level {
    /** Within two minutes: few sizes, enough to see factors. */
    QUICK(new Timing(3, 4, Duration.ofMillis(300), 3, 10, Duration.ofSeconds(105))),
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
