package org.wengert.bench.result;

import java.util.List;
import java.util.Map;

/**
 * What a run ran on, as far as its numbers depend on it.
 *
 * @param processor its name, as the operating system tells
 * @param cores     that the JVM may use
 * @param memory    of the machine, in bytes
 * @param system    the operating system with its version
 * @param jdk       version and vendor of the JVM
 * @param flags     that the timed JVMs were given
 * @param kernels   what the tape chose here, in its own words
 * @param version   of this project
 * @param commit    that was run, or {@code unknown}; ends in {@code -dirty} if files differed from it
 * @param libraries versions of what else took part, peers among it
 */
public record Machine(
        String processor,
        int cores,
        long memory,
        String system,
        String jdk,
        List<String> flags,
        String kernels,
        String version,
        String commit,
        Map<String, String> libraries) {
    /** Copies the list of flags. */
    public Machine {
        flags = List.copyOf(flags);
    }

    /** The same for what no other library took part in. */
    public Machine withoutLibraries() {
        return new Machine(processor, cores, memory, system, jdk, flags, kernels, version, commit, Map.of());
    }
}
