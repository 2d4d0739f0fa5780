package org.wengert.bench.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;

/** Why a JVM gave no numbers, in a line, from what JMH throws. */
final class Refusals {
    private static final List<String> PREFIXES = List.of("benchmark: nothing is timed: ", "benchmark: ");
    private static final String SKIPPED = "skipped: ";

    private Refusals() {}

    /**
     * What was thrown in the JVM, if it could tell, else the last line it printed.
     *
     * @param failure JMH's
     * @param printed by JMH and the JVM
     */
    static Outcome.Refused of(Throwable failure, String printed) {
        String reason = thrown(failure).map(Refusals::text).findFirst().orElseGet(() -> lastLine(failure, printed));
        String line = reason.replaceAll("\\R\\s*", " ").strip();
        boolean skipped = line.startsWith(SKIPPED);
        for (String prefix : PREFIXES) {
            if (line.startsWith(prefix)) {
                line = line.substring(prefix.length());
            }
        }
        return new Outcome.Refused(line, skipped);
    }

    /** JMH hands over what several threads have thrown, each within exceptions of its own. */
    private static Stream<Throwable> thrown(Throwable failure) {
        if (failure instanceof BenchmarkException) {
            return Arrays.stream(failure.getSuppressed()).flatMap(Refusals::thrown);
        }
        @Nullable Throwable cause = failure.getCause();
        if (failure instanceof RunnerException) {
            return cause == null ? Stream.empty() : thrown(cause);
        }
        return Stream.of(failure);
    }

    private static String text(Throwable thrown) {
        @Nullable String message = thrown.getMessage();
        boolean ours = thrown instanceof IllegalStateException || (message != null && message.startsWith(SKIPPED));
        return message != null && ours ? message : thrown.toString();
    }

    private static String lastLine(Throwable failure, String printed) {
        List<String> lines = printed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.matches("</?\\w+>"))
                .collect(Collectors.toList());
        return lines.isEmpty() ? String.valueOf(failure.getMessage()) : lines.get(lines.size() - 1);
    }
}
