package org.wengert.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.wengert.spi.EngineProvider;

/** The kit, tested: of an engine that is good but for one fault it must name the fault. */
public abstract class BrokenEnginesTck {
    /** Contracts that say nothing about a fault that others would not, and take long. */
    private static final List<String> LEFT_OUT = List.of("DepthContract", "DeepFixtureContract", "DeterminismContract");

    private final Class<? extends EngineProvider> good;

    /** Breaks engines of this provider. */
    protected BrokenEnginesTck(Class<? extends EngineProvider> good) {
        this.good = good;
    }

    @Test
    void theWrapperWithoutAFaultPasses() {
        TestExecutionSummary summary = run(Fault.NONE, DiscoverySelectors.selectClass(BrokenEngineKit.class));

        assertEquals(List.of(), failures(summary));
        assertTrue(summary.getTestsSucceededCount() > 500, "the kit ran");
    }

    @TestFactory
    Stream<DynamicTest> anEngineBrokenOnPurposeIsRejectedByName() {
        return Stream.of(Fault.values())
                .filter(fault -> fault != Fault.NONE)
                .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> {
                    List<String> failures =
                            failures(run(fault, DiscoverySelectors.selectMethod(BrokenEngineKit.class, fault.test())));

                    assertTrue(
                            failures.stream().anyMatch(failure -> failure.contains(fault.words())),
                            () -> fault.test() + " should say '" + fault.words() + "' among " + failures.size()
                                    + " failures: " + failures);
                }));
    }

    private TestExecutionSummary run(Fault fault, DiscoverySelector selector) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .configurationParameter(BrokenEngineKit.Provider.GOOD, good.getName())
                .configurationParameter(BrokenEngineKit.Provider.FAULT, fault.name())
                .filters(EngineFilter.includeEngines("junit-jupiter"), (PostDiscoveryFilter) BrokenEnginesTck::keep)
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private static FilterResult keep(TestDescriptor test) {
        boolean leftOut = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source)
                        .getJavaMethod()
                        .getDeclaringClass()
                        .getSimpleName())
                .filter(LEFT_OUT::contains)
                .isPresent();
        return FilterResult.includedIf(!leftOut);
    }

    /** Of each failure the test's name, a colon, and what it said. */
    private static List<String> failures(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(failure -> failure.getTestIdentifier()
                                .getSource()
                                .map(source -> ((MethodSource) source).getMethodName())
                                .orElse("")
                        + ": " + failure.getException().getMessage())
                .collect(Collectors.toList());
    }
}
