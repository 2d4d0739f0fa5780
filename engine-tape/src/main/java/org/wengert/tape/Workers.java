package org.wengert.tape;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A few threads that share the parts of one loop with their caller. A training step is a row of short loops, so a
 * thread that runs out of work spins a moment before it parks: to wake it then costs a cache line, not a system call.
 *
 * <p>Parts belong to threads, by their place among all: the first to the caller, the last to the last of the crew. A thread
 * runs its own before it helps with those of others. So what a part of one loop has written is read by the same core in the
 * next, as long as loops over the same numbers are cut alike: where two cores do not share their last cache, a line that
 * goes from one to the other takes as long as one from memory.
 *
 * <p>Nothing is started before the first loop with two parts, nothing is allocated per loop. A loop started inside a
 * part, or by a second thread while one is under way, runs on its caller alone.
 */
final class Workers implements AutoCloseable {
    private static final IntConsumer NOTHING = i -> {};

    private static final long SPIN_NANOS = 250_000;
    /** Looks for work between two looks at the clock, which is dearer than a pause. */
    private static final int LOOKS = 64;

    private static final long LEFT = 0xFFFF_FFFFL;

    /** Longs from one thread's claims to the next: two cache lines, for processors fetch them in pairs. */
    private static final int APART = 16;

    private final Thread[] crew;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final AtomicInteger parked = new AtomicInteger();

    /**
     * For each thread, caller first, the number of the loop above, and how many of its own parts nobody has claimed below.
     * A claim takes one off the whole, so that a thread which comes late cannot claim a part of the next loop with the
     * function of the last.
     */
    private final AtomicLongArray claims;

    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    /** Published by the writes to {@link #claims} that follow, as is {@link #parts}. */
    private IntConsumer part = NOTHING;

    private int parts;
    private long loop;

    private boolean started;
    private volatile boolean closed;

    Workers(int threads) {
        crew = new Thread[threads - 1];
        claims = new AtomicLongArray((threads + 1) * APART);
    }

    int threads() {
        return crew.length + 1;
    }

    /**
     * Runs {@code part} for 0 to {@code parts - 1}, each on the thread it belongs to or one that has run out of its own,
     * and returns when all have ended. What a part throws is thrown here after that; further failures are suppressed in
     * the first. On the caller alone the first failure ends the loop.
     */
    void run(int parts, IntConsumer part) {
        if (parts < 2 || crew.length == 0 || closed || !taken.compareAndSet(false, true)) {
            for (int i = 0; i < parts; i++) {
                part.accept(i);
            }
            return;
        }
        Throwable thrown;
        try {
            share(parts, part);
            thrown = failure.getAndSet(null);
        } finally {
            taken.set(false);
        }
        if (thrown != null) {
            Workers.<RuntimeException>rethrow(thrown);
        }
    }

    private void share(int parts, IntConsumer part) {
        if (!started) {
            start();
        }
        this.part = part;
        this.parts = parts;
        unfinished.set(parts);
        loop++;
        for (int thread = crew.length; thread >= 0; thread--) {
            claims.set(at(thread), loop << 32 | (end(thread, parts) - end(thread - 1, parts)));
        }
        if (parked.get() > 0) {
            wake();
        }
        work(0);
        for (int look = 1; unfinished.get() > 0; look++) {
            pause(look);
        }
        this.part = NOTHING; // a function may hold on to a model
    }

    /** The end of a thread's own parts; where there are fewer than threads, the caller has one. */
    private int end(int thread, int parts) {
        return (int) (((long) parts * (thread + 1) + threads() - 1) / threads());
    }

    /** Where a thread's claims stand: not at the beginning, for in that line is the array's length, which all read. */
    private static int at(int thread) {
        return (thread + 1) * APART;
    }

    /** Runs what is left of a thread's own parts, then what is left of those of others; whether there was any. */
    private boolean work(int self) {
        int worked = 0;
        for (int i = 0; i < threads(); i++) {
            worked += workFor((self + i) % threads());
        }
        if (worked > 0) {
            unfinished.addAndGet(-worked); // once, for the caller looks at it all the time
        }
        return worked > 0;
    }

    /** Runs what is left of an owner's parts; returns how many that were. */
    private int workFor(int owner) {
        int worked = 0;
        long seen = claims.get(at(owner));
        while ((seen & LEFT) != 0) {
            IntConsumer work = part;
            int next = end(owner, parts) - (int) (seen & LEFT);
            if (claims.compareAndSet(at(owner), seen, seen - 1)) {
                worked++;
                try {
                    work.accept(next);
                } catch (Throwable thrown) {
                    fail(thrown);
                }
            }
            seen = claims.get(at(owner));
        }
        return worked;
    }

    private void fail(Throwable thrown) {
        if (!failure.compareAndSet(null, thrown)) {
            Throwable first = failure.get();
            if (first != null && first != thrown) {
                suppress(first, thrown);
            }
        }
    }

    /** Never throws, for whoever ran a part has yet to say so. */
    private static void suppress(Throwable first, Throwable next) {
        try {
            first.addSuppressed(next);
        } catch (OutOfMemoryError e) {
            return; // the first failure is told
        }
    }

    private void start() {
        started = true;
        for (int i = 0; i < crew.length; i++) {
            int self = i + 1;
            crew[i] = new Thread(() -> serve(self), "wengert-tape-worker-" + (i + 1));
            crew[i].setDaemon(true);
            crew[i].start();
        }
    }

    private void serve(int self) {
        while (!closed) {
            if (!work(self) && !spin(self)) {
                park(self);
            }
        }
    }

    /** Whether work came before patience ran out. */
    private boolean spin(int self) {
        long patience = System.nanoTime() + SPIN_NANOS;
        do {
            for (int look = 1; look <= LOOKS; look++) {
                if ((claims.get(at(self)) & LEFT) != 0) {
                    return true;
                }
                pause(look);
            }
        } while (System.nanoTime() < patience && !closed);
        return closed;
    }

    /** On a busy machine the thread waited for may need this very core, so now and then it is offered. */
    private static void pause(int look) {
        if (look % LOOKS == 0) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }

    /**
     * Sleeps until woken. Whoever starts a loop writes its claims before it looks here; this does the same crosswise.
     */
    private void park(int self) {
        parked.incrementAndGet();
        try {
            while ((claims.get(at(self)) & LEFT) == 0 && !closed) {
                LockSupport.park(this);
                Thread.interrupted(); // nobody's business here, and it would make park return at once for ever
            }
        } finally {
            parked.decrementAndGet();
        }
    }

    /** Those that have parts, or all if there is no more to come; who has none would go to sleep again at once. */
    private void wake() {
        for (int i = 0; i < crew.length; i++) {
            if (closed || (claims.get(at(i + 1)) & LEFT) != 0) {
                LockSupport.unpark(crew[i]);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        if (started) {
            wake();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void rethrow(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
