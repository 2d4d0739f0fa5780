package org.wengert.bench.suite;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a cache line takes from one core to another. Where two cores share their last cache that is some 25 ns, elsewhere six
 * times as much, and then two threads that work on the same numbers take up to twice as long. A virtual machine is moved from
 * one pair of cores to another without notice, so times of two threads mean little unless this stands beside them.
 */
final class Cores {
    /** The name of the other thread. */
    static final String PARTNER = "wengert-cores";

    private static final int ROUNDS = 200;
    private static final int EXCHANGES = 500;

    /** Where both threads have one core, each exchange waits for the other's turn there. */
    private static final long PATIENCE_NANOS = 1_000_000_000;

    /** Looks at the line after which the other thread is taken to wait for this very core. */
    private static final int LOOKS = 100_000;

    private static final long OVER = -1;

    private Cores() {}

    /** Prints the distance, at the beginning and end of what is timed, if there are two cores. */
    static void report() {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            System.out.printf("# Cores: a cache line goes from one to another in %.0f ns%n", distance());
        }
    }

    /** Nanoseconds one way, in the best of some rounds. */
    static double distance() {
        AtomicLong ball = new AtomicLong();
        Thread partner = new Thread(() -> giveBack(ball), PARTNER);
        partner.setDaemon(true);
        partner.start();
        try {
            return best(ball);
        } finally {
            ball.set(OVER);
            join(partner);
        }
    }

    private static double best(AtomicLong ball) {
        double best = Double.MAX_VALUE;
        long begin = System.nanoTime();
        long now = begin;
        long next = 1;
        for (int round = 0; round < ROUNDS && (round == 0 || now - begin < PATIENCE_NANOS); round++) {
            long start = now;
            for (int i = 0; i < EXCHANGES; i++) {
                ball.set(next);
                next = waitWhile(ball, next) + 1;
            }
            now = System.nanoTime();
            best = Math.min(best, (now - start) / (2.0 * EXCHANGES));
        }
        return best;
    }

    /** So that it takes no time from what is timed next. */
    private static void join(Thread partner) {
        try {
            partner.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers each odd number with the next one. */
    private static void giveBack(AtomicLong ball) {
        long seen = waitWhile(ball, 0);
        while (seen != OVER) {
            ball.compareAndSet(seen, seen + 1);
            seen = waitWhile(ball, seen + 1);
        }
    }

    /** The number that comes after this one. */
    private static long waitWhile(AtomicLong ball, long known) {
        long seen = ball.get();
        for (int look = 1; seen == known; look++) {
            if (look % LOOKS == 0) {
                Thread.yield();
            }
            seen = ball.get();
        }
        return seen;
    }
}
