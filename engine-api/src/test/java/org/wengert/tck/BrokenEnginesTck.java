package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.wengert.spi.EngineProvider;

/**
 * The kit, tested: of an engine that is good but for one fault it must name the fault, by a test that passes without it. In
 * an ordinary build two classes share the faults, every other one each; in a deep check both go through all of them and
 * through the rest of the kit.
 */
public abstract class BrokenEnginesTck {
    private static final int SHARES = CheckSize.of(2, 1);

    private final Class<? extends EngineProvider> good;
    private final int share;

    /**
     * Breaks engines of this provider.
     *
     * @param share which of the faults, 0 or 1
     */
    protected BrokenEnginesTck(Class<? extends EngineProvider> good, int share) {
        this.good = good;
        this.share = share;
    }

    @TestFactory
    Stream<DynamicTest> theWrapperWithoutAFaultPassesThoseTests() {
        return faults().map(Fault::test)
                .distinct()
                .map(test -> DynamicTest.dynamicTest(
                        test, () -> requirePassed(KitRun.of(good, Fault.NONE).method(test), 0)));
    }

    @Test
    void theWrapperWithoutAFaultPassesTheKit() {
        assumeTrue(SHARES == 1, "in a deep check");

        requirePassed(KitRun.of(good, Fault.NONE).all(), 500);
    }

    private static void requirePassed(TestExecutionSummary summary, long fewest) {
        assertEquals(List.of(), KitRun.failures(summary));
        assertTrue(summary.getTestsSucceededCount() > fewest, "the kit ran");
    }

    private Stream<Fault> faults() {
        return Stream.of(Fault.values())
                .filter(fault -> fault != Fault.NONE)
                .filter(fault -> fault.ordinal() % SHARES == share % SHARES);
    }

    @TestFactory
    Stream<DynamicTest> anEngineBrokenOnPurposeIsRejectedByName() {
        return faults().map(fault -> DynamicTest.dynamicTest(fault.name(), () -> {
            List<String> failures = KitRun.failures(KitRun.of(good, fault).method(fault.test()));

            assertTrue(
                    failures.stream().anyMatch(failure -> failure.contains(fault.words())),
                    () -> fault.test() + " should say '" + fault.words() + "' among " + failures.size() + " failures: "
                            + failures);
        }));
    }
}
