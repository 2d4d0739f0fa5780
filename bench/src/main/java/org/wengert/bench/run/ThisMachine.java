package org.wengert.bench.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.bench.result.Machine;
import org.wengert.error.WengertException;

/** What this JVM runs on, and what it hands on to those that are timed. */
public final class ThisMachine {
    private static final String MODULE = "--add-modules=jdk.incubator.vector";

    /** Of the launcher, and without effect on what is timed. */
    private static final List<String> LAUNCHER = List.of("-Dlauncher=", "-Dstderr.terminal=");

    private ThisMachine() {}

    /** The flags that this JVM was started with, which those that are timed get too, and what the fast kernels need. */
    public static List<String> flags() {
        List<String> flags = new ArrayList<>();
        flags.add(MODULE);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.equals(MODULE) && LAUNCHER.stream().noneMatch(flag::startsWith))
                .forEach(flags::add);
        return flags;
    }

    /** What is known of it. */
    public static Machine describe(List<String> flags) {
        return new Machine(
                processor(),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                property("java.vm.version") + ", " + property("java.vm.name") + ", " + property("java.vm.vendor"),
                flags,
                kernels(),
                Versions.project(),
                Commit.ofThis(),
                Versions.libraries());
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    /** Linux tells its name in a file; elsewhere the architecture must do. */
    static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(property("os.arch"));
        } catch (IOException e) {
            return property("os.arch");
        }
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    private static String kernels() {
        try (Engine tape = Engines.open("tape")) {
            return tape.description();
        } catch (WengertException e) {
            return "none: " + e.getMessage();
        }
    }
}
