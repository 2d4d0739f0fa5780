package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every part of a loop is run once, by the thread it belongs to if that has the time. */
class WorkersTest {
    private static final int LOOPS = 300;
    private static final int MOST_PARTS = 20;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void everyPartRunsOnce(int threads) {
        try (Workers workers = new Workers(threads)) {
            for (int loop = 0; loop < LOOPS; loop++) {
                int parts = loop % (MOST_PARTS + 1);
                AtomicIntegerArray runs = new AtomicIntegerArray(parts);
                workers.run(parts, runs::incrementAndGet);
                for (int part = 0; part < parts; part++) {
                    assertEquals(1, runs.get(part), "part " + part + " of " + parts);
                }
            }
        }
    }

    /**
     * The first part of each half waits for the other, so both threads must be there. A worker that was still looking for parts
     * of others when the next loop began may have begun with one of the caller's; that is rare.
     */
    @Test
    void aThreadBeginsWithItsOwnParts() {
        int parts = 8;
        int callers = 0;
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicReferenceArray<Thread> ranOn = new AtomicReferenceArray<>(parts);
        try (Workers workers = new Workers(2)) {
            for (int loop = 0; loop < LOOPS; loop++) {
                workers.run(parts, part -> {
                    ranOn.set(part, Thread.currentThread());
                    if (part % (parts / 2) == 0) {
                        meet(both);
                    }
                });
                assertNotSame(ranOn.get(0), ranOn.get(parts / 2));
                callers += ranOn.get(0) == Thread.currentThread() ? 1 : 0;
            }
        }
        assertTrue(callers > LOOPS * 9 / 10, "loops that the caller began with its own: " + callers);
    }

    /** Both parts wait for each other, so the worker must wake up for the second, which is its own. */
    @Test
    void aParkedThreadWakesUp() throws InterruptedException {
        CyclicBarrier both = new CyclicBarrier(2);
        try (Workers workers = new Workers(2)) {
            for (int loop = 0; loop < 20; loop++) {
                workers.run(2, part -> meet(both));
                Thread.sleep(5); // far longer than a worker spins
            }
        }
        assertEquals(0, both.getNumberWaiting());
    }

    /** Of seven threads four have nothing of their own and sleep on, and the caller has the first part. */
    @Test
    void fewPartsGoToFewThreads() throws InterruptedException {
        CyclicBarrier all = new CyclicBarrier(3);
        AtomicReferenceArray<Thread> ranOn = new AtomicReferenceArray<>(3);
        try (Workers workers = new Workers(7)) {
            for (int loop = 0; loop < 20; loop++) {
                workers.run(3, part -> {
                    ranOn.set(part, Thread.currentThread());
                    meet(all);
                });
                assertEquals(
                        3,
                        Stream.of(ranOn.get(0), ranOn.get(1), ranOn.get(2))
                                .distinct()
                                .count());
                Thread.sleep(5);
            }
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void aFailureIsThrownWhenAllPartsHaveEnded(int threads) {
        try (Workers workers = new Workers(threads)) {
            AtomicIntegerArray runs = new AtomicIntegerArray(MOST_PARTS);
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> workers.run(MOST_PARTS, part -> {
                        runs.incrementAndGet(part);
                        if (part % 5 == 3) {
                            throw new IllegalStateException("part " + part);
                        }
                    }));
            assertEquals(MOST_PARTS / 5 - 1, thrown.getSuppressed().length);
            for (int part = 0; part < MOST_PARTS; part++) {
                assertEquals(1, runs.get(part));
            }
        }
    }

    @Test
    void aLoopInsideAPartRunsOnItsThread() {
        try (Workers workers = new Workers(2)) {
            AtomicInteger elsewhere = new AtomicInteger();
            AtomicInteger runs = new AtomicInteger();
            workers.run(4, part -> {
                Thread outer = Thread.currentThread();
                workers.run(4, inner -> {
                    runs.incrementAndGet();
                    elsewhere.addAndGet(Thread.currentThread() == outer ? 0 : 1);
                });
            });
            assertEquals(16, runs.get());
            assertEquals(0, elsewhere.get());
        }
    }
}
