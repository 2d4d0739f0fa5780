package org.wengert.nn.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Randoms;
import org.wengert.nn.data.Moons;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.train.Trainer;
import org.wengert.tck.CheckSize;

/** Threads that train with an engine of their own each get the bits that one thread alone gets. */
class ConcurrentTrainingTest {
    private static final int THREADS = 8;

    /** How long they go on; each trains at least once. */
    private static final long MILLISECONDS = CheckSize.of(500, 60_000);

    /** An engine, and hidden layers that keep it busy: those of the tape are wide enough to be shared among its threads. */
    enum Setup {
        SCALAR("scalar", 6, Map.of()),
        TAPE_OF_ONE_THREAD("tape", 96, Map.of("wengert.tape.threads", "1")),
        TAPE_OF_TWO_THREADS("tape", 96, Map.of("wengert.tape.threads", "2")),
        PLAIN_TAPE("tape", 12, Map.of("wengert.tape.kernels", "plain")),
        FLOAT32_TAPE("tape", 96, Map.of("wengert.tape.precision", "float32", "wengert.tape.threads", "2"));

        private final String engine;
        private final int width;
        private final Map<String, String> settings;

        Setup(String engine, int width, Map<String, String> settings) {
            this.engine = engine;
            this.width = width;
            this.settings = settings;
        }

        double[] trained(long seed) {
            return trained(seed, 64);
        }

        /** All losses and, at the end, all variables of a small model after a few steps. */
        double[] trained(long seed, int batch) {
            try (Engine opened = Engines.open(engine, settings)) {
                Mlp model = Mlp.of(opened, 2, Activation.TANH, width, width, 1).initialize(seed);
                DoubleStream losses = new Trainer(model, Loss.HINGE, new Adam(model.variables(), 0.01))
                                .epochs(3)
                                .batchSize(batch)
                                .shuffle(Randoms.seeded(seed))
                                .fit(Moons.of(2 * batch, 0.1, seed))
                                .losses()
                                .stream()
                                .mapToDouble(Double::doubleValue);
                DoubleStream variables =
                        model.variables().stream().flatMapToDouble(variable -> DoubleStream.of(variable.data()));
                return DoubleStream.concat(losses, variables).toArray();
            }
        }

        /** The number of times that a thread trained. */
        private int trainUntil(long end, long seed, double... alone) {
            int times = 0;
            do {
                assertArrayEquals(alone, trained(seed), "seed " + seed + ", time " + times);
                times++;
            } while (System.nanoTime() < end);
            return times;
        }
    }

    @ParameterizedTest
    @EnumSource
    void eightThreadsWithAnEngineEachGetTheBitsOfOneAlone(Setup setup) throws Exception {
        List<double[]> alone = new ArrayList<>();
        for (int seed = 0; seed < THREADS; seed++) {
            alone.add(setup.trained(seed));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLISECONDS);
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int seed = i;
                runs.add(threads.submit(() -> setup.trainUntil(end, seed, alone.get(seed))));
            }
            for (Future<Integer> run : runs) {
                assertTrue(run.get() > 0);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void threadsThatShareALoopChangeNoBitOfATraining() {
        int batch = 512; // so that not only products are long enough to be shared

        assertArrayEquals(Setup.TAPE_OF_ONE_THREAD.trained(1, batch), Setup.TAPE_OF_TWO_THREADS.trained(1, batch));
    }
}
