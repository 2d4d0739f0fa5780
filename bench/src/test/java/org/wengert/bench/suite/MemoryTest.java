package org.wengert.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {
    /** So many that an object lost in each is more than nothing. */
    private static final int STEPS = 100_000;

    /** So many that the parameters of each, were they lost, are more than nothing. */
    private static final int NETWORKS = 100;

    private static Memory.On on(String engine, String precision) {
        Memory.On on = new Memory.On();
        on.engine = engine;
        on.precision = precision;
        return on;
    }

    @ParameterizedTest
    @CsvSource({"tape, float64", "tape, float32", "scalar, float64"})
    void aRecordedStepIsWeighed(String engine, String precision) throws Exception {
        Memory.Step step = new Memory.Step();
        step.network = Workload.DIGITS;
        Memory.Held held = new Memory.Held();
        step.check(on(engine, precision));

        new Memory().step(on(engine, precision), step, held);

        // At least its value and its adjoint.
        assertTrue(held.bytesANode >= (precision.equals(Variant.FLOAT32) ? 8 : 16), held.bytesANode + " bytes");
        assertTrue(held.bytesANode < 1_000, held.bytesANode + " bytes");
        step.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tape", "scalar"})
    void nothingIsLeftOfStepsAndNetworks(String engine) {
        Memory.On on = on(engine, Variant.FLOAT64);
        try (Contender contender = on.open(Workload.named(Workload.TINY))) {
            assertTrue(LongRun.steps(contender, STEPS) <= LongRun.NOTHING);
        }
        assertTrue(LongRun.networks(on::engine, Workload.named(Workload.DIGITS), NETWORKS) <= LongRun.NOTHING);
    }

    @Test
    void anObjectLostInEachStepIsSeenAndSoAreTheParametersOfEachNetwork() {
        List<Object> leak = new ArrayList<>(STEPS + STEPS / 10);
        assertThrows(IllegalStateException.class, () -> LongRun.left("steps", STEPS, () -> leak.add(new Object())));

        int parameters = Workload.named(Workload.DIGITS).parameterCount();
        assertThrows(
                IllegalStateException.class,
                () -> LongRun.left("networks", NETWORKS, () -> leak.add(new double[parameters])));
    }

    @Test
    void whatLeavesSomethingBehindEachTimeIsRefused() {
        List<byte[]> leak = new ArrayList<>();

        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> LongRun.left("2000 leaks", 2_000, () -> leak.add(new byte[1_000])));

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("benchmark: this time does not count: 2000 leaks left 20"), message);
        assertEquals(2_200, leak.size());
    }
}
