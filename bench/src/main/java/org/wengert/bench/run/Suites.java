package org.wengert.bench.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The suites that have a name. */
public final class Suites {
    private static final Map<String, Suite> ALL = Stream.of(
                    StepSuites.smoke(),
                    KernelSuites.kernels(),
                    StepSuites.steps(),
                    StepSuites.scalarGraph(),
                    StepSuites.inference(),
                    TrainingSuites.training(),
                    TrainingSuites.scaling(),
                    TrainingSuites.memory(),
                    PeerSuites.peers())
            .collect(Collectors.toMap(Suite::name, suite -> suite, (first, second) -> first, LinkedHashMap::new));

    private Suites() {}

    /** By name, in the order of a list. */
    public static Map<String, Suite> byName() {
        return ALL;
    }
}
