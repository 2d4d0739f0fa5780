package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
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

    /** The first part of each half waits for the other, so both threads must be there. */
    @Test
    void aThreadBeginsWithItsOwnParts() {
        int parts = 8;
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
                assertSame(Thread.currentThread(), ranOn.get(0));
                assertNotSame(Thread.currentThread(), ranOn.get(parts / 2));
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
            AtomicIntegerArray elsewhere = new AtomicIntegerArray(1);
            AtomicIntegerArray runs = new AtomicIntegerArray(1);
            workers.run(4, part -> {
                Thread outer = Thread.currentThread();
                workers.run(4, inner -> {
                    runs.incrementAndGet(0);
                    elsewhere.addAndGet(0, Thread.currentThread() == outer ? 0 : 1);
                });
            });
            assertEquals(16, runs.get(0));
            assertEquals(0, elsewhere.get(0));
        }
    }
}
