package org.wengert.nn.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.ClosedEngineException;
import org.wengert.nn.Activation;
import org.wengert.nn.Mlp;
import org.wengert.nn.Variant;
import org.wengert.nn.io.ModelFile;
import org.wengert.tck.CheckSize;

/** Eight threads share one predictor. */
class SharedPredictorTest {
    private static final int THREADS = 8;
    private static final int SAMPLES = 50;

    /** How long they go on. */
    private static final long MILLISECONDS = CheckSize.of(1_000, 60_000);

    @TempDir
    Path folder;

    private ModelFile model() {
        Path file = folder.resolve("m.safetensors");
        try (Engine engine = Engines.open("scalar")) {
            ModelFile.save(file, Mlp.of(engine, 3, Activation.TANH, 32, 32, 2).initialize(5));
        }
        return ModelFile.read(file);
    }

    private static double[] sample(int i) {
        return new double[] {Math.sin(i), Math.cos(i), i / 10.0};
    }

    /** All outputs and all gradients: what one thread gets and any other must. */
    private static List<double[]> answers(Predictor predictor) {
        List<double[]> answers = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            answers.add(predictor.predict(sample(i)).outputs());
            answers.add(predictor.saliency(i % 2, sample(i)));
        }
        return answers;
    }

    private static int compareUntil(long end, Predictor predictor, List<double[]> alone) {
        int times = 0;
        do {
            List<double[]> answers = answers(predictor);
            for (int i = 0; i < alone.size(); i++) {
                assertArrayEquals(alone.get(i), answers.get(i));
            }
            times++;
        } while (System.nanoTime() < end);
        return times;
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "tape plain", "tape vector"})
    void eightThreadsGetTheBitsOfOneAlone(String variant) throws Exception {
        AtomicInteger opened = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Predictor one = Predictor.of(model(), () -> Variant.open(variant), 1);
                Predictor shared = Predictor.of(
                        model(),
                        () -> {
                            opened.incrementAndGet();
                            return Variant.open(variant);
                        },
                        3)) {
            List<double[]> alone = answers(one);
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLISECONDS);
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                runs.add(threads.submit(() -> compareUntil(end, shared, alone)));
            }
            for (Future<Integer> run : runs) {
                assertTrue(run.get() > 0);
            }
            assertTrue(opened.get() <= 3, () -> opened + " engines were opened");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void oneCallerAfterAnotherNeedsOneEngine() {
        AtomicInteger opened = new AtomicInteger();
        try (Predictor predictor = Predictor.of(
                model(),
                () -> {
                    opened.incrementAndGet();
                    return Engines.open("tape", Map.of("wengert.tape.threads", "1"));
                },
                4)) {
            answers(predictor);

            assertEquals(1, opened.get());
        }
    }

    @Test
    void anEngineThatCannotBeOpenedFailsThatCallAlone() {
        AtomicInteger opened = new AtomicInteger();
        try (Predictor predictor = Predictor.of(
                model(),
                () -> {
                    if (opened.getAndIncrement() == 0) {
                        throw new IllegalStateException("not now");
                    }
                    return Engines.open("tape");
                },
                1)) {
            assertThrows(IllegalStateException.class, () -> predictor.predict(sample(1)));
            assertEquals(2, predictor.predict(sample(1)).outputs().length);
        }
    }

    /** Closing waits for calls that are under way; later ones are refused, and none is answered wrongly. */
    @Test
    void closingInTheMidstOfCallsBreaksNoneOfThem() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Engine> engines = new ArrayList<>();
        Predictor predictor = Predictor.of(
                model(),
                () -> {
                    Engine engine = Engines.open("tape");
                    synchronized (engines) {
                        engines.add(engine);
                    }
                    return engine;
                },
                2);
        try {
            List<double[]> alone = answers(predictor);
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                runs.add(threads.submit(() -> assertThrows(
                        ClosedEngineException.class, () -> compareUntil(Long.MAX_VALUE, predictor, alone))));
            }
            Thread.sleep(100);
            predictor.close();
            for (Future<?> run : runs) {
                run.get();
            }
            assertTrue(engines.stream().noneMatch(Engine::isOpen));
        } finally {
            threads.shutdownNow();
        }
    }
}
