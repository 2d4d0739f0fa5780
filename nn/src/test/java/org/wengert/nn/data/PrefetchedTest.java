package org.wengert.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wengert.nn.Refused;

/** NOTE: the time only ends a test that hangs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PrefetchedTest {
    private static final DataSet DATA = DataSet.classes(
            IntStream.range(0, 100).mapToObj(i -> new double[] {i}).toArray(double[][]::new),
            IntStream.range(0, 100).map(i -> i % 3).toArray());

    /** Endless batches; it says which threads read it, how far they came, and whether it was closed. */
    private static class Probe implements BatchSource, BatchIterator {
        final AtomicInteger read = new AtomicInteger();
        final CountDownLatch closed = new CountDownLatch(1);
        volatile Thread reader = Thread.currentThread();

        @Override
        public BatchIterator batches(int size, long epoch) {
            return this;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Batch next() {
            reader = Thread.currentThread();
            read.incrementAndGet();
            return DATA.batch();
        }

        @Override
        public void close() {
            closed.countDown();
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public int outputs() {
            return 3;
        }

        @Override
        public TargetKind kind() {
            return TargetKind.CLASSES;
        }

        @Override
        public List<String> classNames() {
            return List.of("a", "b", "c");
        }
    }

    @Test
    void orderAndBitsAreThoseOfTheSource() {
        BatchSource source = BatchSource.shuffled(Standardizer.fit(DATA).apply(DATA), 1);
        for (int ahead : new int[] {1, 3, 100}) {
            BatchSource prefetched = Prefetched.of(source, ahead);
            for (long epoch = 0; epoch < 5; epoch++) {
                assertEquals(Passes.samples(source.batches(7, epoch)), Passes.samples(prefetched.batches(7, epoch)));
            }
            assertEquals(Passes.sizes(source.batches(7, 0)), Passes.sizes(prefetched.batches(7, 0)));
        }
    }

    @Test
    void whatIsKnownOfTheSourceIsKnown() {
        BatchSource prefetched = Prefetched.of(BatchSource.of(DATA), 1);
        assertEquals(OptionalLong.of(100), prefetched.size());
        assertEquals(1, prefetched.width());
        assertEquals(3, prefetched.outputs());
        assertEquals(TargetKind.CLASSES, prefetched.kind());
        assertEquals(List.of("0", "1", "2"), prefetched.classNames());
    }

    @Test
    void batchesAreReadAndPreparedByADaemonOfTheirOwn() {
        Probe probe = new Probe();
        try (BatchIterator batches = Prefetched.of(probe, 2).batches(1, 0)) {
            DataSet samples = batches.next().samples();
            assertTrue(probe.reader != Thread.currentThread() && probe.reader.isDaemon());
            assertSame(samples.inputs(), samples.inputs());
        }
    }

    @Test
    void aThreadThatDiesWithoutAWordIsNoticed() {
        Probe dying = new Probe() {
            @Override
            public Batch next() {
                reader = Thread.currentThread();
                reader.setUncaughtExceptionHandler((thread, death) -> {});
                throw PrefetchedTest.<RuntimeException>unchecked(new Exception("none that a source may throw"));
            }
        };
        try (BatchIterator batches = Prefetched.of(dying, 1).batches(1, 0)) {
            Refused.with(
                    DataException.class,
                    "prefetched: the thread that prepares batches has died of what it could not tell: see standard error",
                    batches::next);
            assertFalse(batches.hasNext());
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E unchecked(Exception e) throws E {
        throw (E) e;
    }

    @Test
    void noMoreBatchesArePreparedThanWereAskedFor() throws InterruptedException {
        Probe probe = new Probe();
        try (BatchIterator batches = Prefetched.of(probe, 3).batches(1, 0)) {
            batches.next();
            // One was taken, three wait, and one is in the hands of the thread.
            while (probe.read.get() < 5 || probe.reader.getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(1);
            }
            assertEquals(5, probe.read.get());
        }
    }

    @Test
    void aPassThatIsClosedEndsItsThreadAndClosesItsSource() {
        Probe probe = new Probe();
        BatchIterator batches = Prefetched.of(probe, 2).batches(1, 0);
        batches.next();
        batches.close();
        batches.close();

        assertFalse(probe.reader.isAlive());
        assertEquals(0, probe.closed.getCount());
        assertFalse(batches.hasNext());
        Refused.with(NoSuchElementException.class, "batches: no batch is left", batches::next);
    }

    @Test
    void aPassThatIsForgottenEndsItsThreadAndClosesItsSource() throws InterruptedException {
        Probe probe = new Probe();
        Prefetched.of(probe, 2).batches(1, 0).next();

        while (!probe.closed.await(10, TimeUnit.MILLISECONDS)) {
            System.gc();
        }
        probe.reader.join();
    }

    @Test
    void aPassThatIsCompleteEndsItsThread() {
        Thread[] last = new Thread[1];
        BatchSource noting = Prefetched.of(
                new Probe() {
                    @Override
                    public boolean hasNext() {
                        last[0] = Thread.currentThread();
                        return read.get() < 3;
                    }
                },
                2);
        assertEquals(List.of(100, 100, 100), Passes.sizes(noting.batches(1, 0)));
        assertFalse(last[0].isAlive());
    }

    @Test
    void whatTheSourceThrowsIsThrownInItsPlace() {
        RuntimeException broken = new DataException("broken");
        Probe failing = failingAfterTwo(broken);
        BatchIterator batches = Prefetched.of(failing, 5).batches(1, 0);
        batches.next();
        batches.next();
        assertSame(broken, assertThrows(DataException.class, batches::hasNext));
        assertFalse(batches.hasNext());
        assertEquals(0, failing.closed.getCount());

        Error error = new OutOfMemoryError("no room");
        BatchIterator others = Prefetched.of(failingAfterTwo(error), 1).batches(1, 0);
        others.next();
        others.next();
        assertSame(error, assertThrows(OutOfMemoryError.class, others::next));
    }

    private static Probe failingAfterTwo(Throwable failure) {
        return new Probe() {
            @Override
            public Batch next() {
                if (read.get() == 2) {
                    new Prepared.Failed(failure).rethrow();
                }
                return super.next();
            }
        };
    }

    @Test
    void anInterruptStaysWithWhoeverTakesTheBatches() {
        try (BatchIterator batches = Prefetched.of(new Probe(), 1).batches(1, 0)) {
            Thread.currentThread().interrupt();
            assertEquals(100, batches.next().size());
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void nothingAheadIsRefused() {
        Refused.with(
                DataException.class,
                "prefetched: at least one batch must be prepared ahead: got 0",
                () -> Prefetched.of(BatchSource.of(DATA), 0));
        Refused.with(
                DataException.class,
                "batches: a batch must hold at least one sample: got size 0",
                () -> Prefetched.of(BatchSource.of(DATA), 1).batches(0, 0));
    }
}
