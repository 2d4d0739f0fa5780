package org.wengert.bench.picture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Machine;

/** What tells a run from the others of a page. */
final class RunName {
    private static final Pattern VERSION = Pattern.compile("\\d+");

    private RunName() {}

    /** Suite and JDK: {@code steps, JDK 17}. */
    static String of(BenchResult result) {
        return result.suite() + ", JDK " + jdkVersion(result.machine());
    }

    /** The first number of the JDK's version. */
    static String jdkVersion(Machine machine) {
        Matcher version = VERSION.matcher(machine.jdk());
        return version.find() ? version.group() : "unknown";
    }
}
