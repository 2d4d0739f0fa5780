package org.wengert.tck;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.wengert.spi.EngineProvider;

/**
 * The kit, run inside a test on a good engine that was given a fault or limits.
 *
 * @param good     opens the engine inside
 * @param fault    what is wrong with it
 * @param limits   what it does without
 * @param declared which of it the kit is told
 * @param folder   for certificates, or {@code none}
 */
record KitRun(
        Class<? extends EngineProvider> good,
        Fault fault,
        Set<Capability> limits,
        Set<Capability> declared,
        String folder) {
    private static final String GOOD = "tck.good";
    private static final String FAULT = "tck.fault";
    private static final String LIMITS = "tck.limits";
    private static final String DECLARED = "tck.declared";

    /** Contracts that say nothing about wrapped engines and about limits that others would not, and take long. */
    private static final List<String> LONG = List.of(
            "DepthContract", "DeepFixtureContract", "DeterminismContract", "ExpressionContract", "UnchangedContract");

    static KitRun of(Class<? extends EngineProvider> good, Fault fault) {
        return new KitRun(good, fault, Set.of(), Set.of(), "none");
    }

    /** The run that configuration parameters describe. */
    static KitRun of(Function<String, Optional<String>> parameters) {
        try {
            return new KitRun(
                    Class.forName(parameters.apply(GOOD).orElseThrow()).asSubclass(EngineProvider.class),
                    Fault.valueOf(parameters.apply(FAULT).orElseThrow()),
                    capabilities(parameters.apply(LIMITS).orElseThrow()),
                    capabilities(parameters.apply(DECLARED).orElseThrow()),
                    parameters.apply(Recorder.FOLDER).orElseThrow());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Capability> capabilities(String names) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Capability::valueOf)
                .forEach(capabilities::add);
        return capabilities;
    }

    private static String names(Set<Capability> capabilities) {
        return capabilities.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    EngineProvider provider() {
        try {
            EngineProvider provider = good.getDeclaredConstructor().newInstance();
            return limits.isEmpty()
                    ? new BrokenEngineProvider(provider, fault.name(), fault::behaviour)
                    : new BrokenEngineProvider(provider, "without " + limits, () -> new Limits(limits));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All but what takes long. */
    TestExecutionSummary all() {
        return run(DiscoverySelectors.selectClass(BrokenEngineKit.class), KitRun::isQuick);
    }

    /** One method of the kit. */
    TestExecutionSummary method(String name) {
        return run(
                DiscoverySelectors.selectMethod(BrokenEngineKit.class, name),
                test -> FilterResult.included("asked for"));
    }

    private TestExecutionSummary run(DiscoverySelector selector, PostDiscoveryFilter filter) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selector)
                                .configurationParameter(GOOD, good.getName())
                                .configurationParameter(FAULT, fault.name())
                                .configurationParameter(LIMITS, names(limits))
                                .configurationParameter(DECLARED, names(declared))
                                .configurationParameter(Recorder.FOLDER, folder)
                                .configurationParameter(Recorder.QUIET, "true")
                                .filters(EngineFilter.includeEngines("junit-jupiter"), filter)
                                .build(),
                        listener);
        return listener.getSummary();
    }

    private static FilterResult isQuick(TestDescriptor test) {
        boolean takesLong = test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source)
                        .getJavaMethod()
                        .getDeclaringClass()
                        .getSimpleName())
                .filter(LONG::contains)
                .isPresent();
        return FilterResult.includedIf(!takesLong);
    }

    /** Of each failure the test's name, a colon, and what it said. */
    static List<String> failures(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(failure -> failure.getTestIdentifier()
                                .getSource()
                                .map(source -> ((MethodSource) source).getMethodName())
                                .orElse("")
                        + ": " + failure.getException().getMessage())
                .collect(Collectors.toList());
    }
}
