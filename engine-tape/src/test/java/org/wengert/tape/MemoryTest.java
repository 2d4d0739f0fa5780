package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.tck.CheckSize;
import org.wengert.tck.ChildJvm;

/** What training leaves behind: nothing for each step, and nothing of a model that is no longer used. */
class MemoryTest {
    private static final int STEPS = CheckSize.of(200_000, 1_000_000);

    /** Trains for so many steps and says ten times how much heap is in use: run in a process with little of it. */
    static final class ManySteps {
        private ManySteps() {}

        public static void main(String... args) {
            int steps = Integer.parseInt(args[0]);
            try (Engine engine = Engines.open("tape")) {
                Network network = new Network(engine, 1, 3, 4, 4, 1);
                for (int tenth = 1; tenth <= 10; tenth++) {
                    for (int i = 0; i < steps / 10; i++) {
                        network.step();
                    }
                    System.out.println("used " + used());
                }
            }
        }

        private static long used() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }

    @Test
    void trainingRunsInAFlatHeap() throws Exception {
        List<String> arguments = List.of(Integer.toString(STEPS));
        long[] used = ChildJvm.run(ManySteps.class, arguments, "-Xmx32m", "-Dwengert.tape.kernels=plain").stream()
                .filter(line -> line.startsWith("used "))
                .mapToLong(line -> Long.parseLong(line.substring(5)))
                .toArray();

        assertEquals(10, used.length);
        assertTrue(used[9] - used[1] < 256 << 10, () -> "bytes in use at each tenth: " + Arrays.toString(used));
    }

    private static Engine open(String kernels) {
        Map<String, String> settings = Map.of(TapeEngineProvider.KERNELS, kernels, TapeEngineProvider.THREADS, "1");
        return Engines.open(new TapeEngineProvider(), Configuration.of(settings, Map.of(), Map.of(), Map.of()));
    }

    /** Bytes that a step allocates on this thread once its code is compiled, until when every call may make objects. */
    private static long bytesAStep(String kernels, int... widths) {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        try (Engine engine = open(kernels)) {
            Network network = new Network(engine, 16, widths);
            for (int round = 0; round < 10; round++) {
                long before =
                        threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                for (int i = 0; i < 100; i++) {
                    network.step();
                }
                long after =
                        threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                least = Math.min(least, (after - before) / 100);
            }
        }
        return least;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void aStepAllocatesNothingThatGrowsWithTheModel(String kernels) {
        long small = bytesAStep(kernels, 64, 32, 10);
        long large = bytesAStep(kernels, 784, 128, 10);

        // The smallest array that grew with the model would be that of the larger hidden layer: 96 x 16 numbers more.
        assertTrue(large - small < 8 * 96 * 16 / 2, () -> large + " bytes a step, and " + small + " of a small model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void aModelThatNobodyUsesAnyMoreIsForgottenByAnEngineThatIsStillOpen(String kernels) throws InterruptedException {
        try (Engine engine = open(kernels)) {
            assertForgotten(trained(engine));
            assertTrue(engine.isOpen());
        }
    }

    @Test
    void aClosedEngineForgetsItsVariables() throws InterruptedException {
        Engine engine = open("plain");
        List<WeakReference<Object>> parts = trained(engine);
        engine.close();

        assertForgotten(parts);
        assertFalse(engine.isOpen());
    }

    @Test
    void smallVariablesThatNobodyUsesAnyMoreAreForgottenTogether() throws InterruptedException {
        try (Engine engine = open("plain")) {
            assertForgotten(filled(engine));
            assertTrue(engine.isOpen());
        }
    }

    /** What variables lie in that an engine has filled, and gone on from. */
    private static List<WeakReference<Object>> filled(Engine engine) {
        Storage<?> first = storage(engine);
        while (storage(engine) == first) {
            first.gradients();
        }
        return List.of(new WeakReference<>(first), new WeakReference<>(first.numbers));
    }

    private static Storage<?> storage(Engine engine) {
        return ((TapeVariable<?>) engine.variable(Shape.of(100), new double[100])).storage;
    }

    private static List<WeakReference<Object>> trained(Engine engine) {
        Network network = new Network(engine, 4, 50, 30, 2);
        network.step();
        network.step();
        return network.parts();
    }

    private static void assertForgotten(List<WeakReference<Object>> parts) throws InterruptedException {
        for (int i = 0; i < 20 && kept(parts) > 0; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertEquals(0, kept(parts), () -> "arrays and variables kept, of " + parts.size());
    }

    private static long kept(List<WeakReference<Object>> parts) {
        return parts.stream().filter(part -> part.get() != null).count();
    }
}
