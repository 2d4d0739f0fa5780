package org.wengert.bench.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The JMH methods on the class path. */
final class Benchmarks {
    /** Read once: what is on the class path does not change. */
    private static final Map<String, Mode> MODES = read();

    private Benchmarks() {}

    private static Map<String, Mode> read() {
        return BenchmarkList.defaultList()
                .find(
                        OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT),
                        List.of(".*"),
                        List.of())
                .stream()
                .collect(Collectors.toUnmodifiableMap(
                        BenchmarkListEntry::getUsername, BenchmarkListEntry::getMode, (first, second) -> first));
    }

    /** Whether there is such a method: those of peers are there in one build and not in another. */
    static boolean exists(String method) {
        return MODES.containsKey(method);
    }

    /**
     * What JMH measures of a method.
     *
     * @throws IllegalArgumentException if there is no such method
     */
    static Mode mode(String method) {
        @Nullable Mode mode = MODES.get(method);
        return Optional.ofNullable(mode)
                .orElseThrow(() -> new IllegalArgumentException(
                        "benchmark: " + method + " is not on the class path: there are " + MODES.keySet()));
    }
}
