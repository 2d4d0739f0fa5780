package org.wengert.bench.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a row in a JVM of its own, once, by JMH. */
final class Forks {
    private static final List<Pattern> TOLD =
            List.of(Pattern.compile("# Runs: ([^\\r\\n]*)"), Pattern.compile("# Task: ([^\\r\\n]*)"));

    private final Timing timing;
    private final List<String> flags;
    private final OutputStream log;

    /**
     * Makes ready to run.
     *
     * @param flags that each JVM gets
     * @param log   takes what JMH prints
     */
    Forks(Timing timing, List<String> flags, OutputStream log) {
        this.timing = timing;
        this.flags = List.copyOf(flags);
        this.log = log;
    }

    Outcome run(Case row) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(new Both(printed, log), true, StandardCharsets.UTF_8)) {
            Runner runner =
                    new Runner(options(row).build(), OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL));
            RunResult result = run(runner, out);
            return new Outcome.Measured(
                    told(printed.toString(StandardCharsets.UTF_8)),
                    Times.unit(result),
                    Times.of(result),
                    Times.figures(result));
        } catch (RunnerException | BenchmarkException e) {
            return Refusals.of(e, printed.toString(StandardCharsets.UTF_8));
        }
    }

    /** What runs and, if that is more than the parameters say, at what; null if the JVM said neither. */
    static @Nullable String told(String printed) {
        String told = TOLD.stream()
                .map(pattern -> pattern.matcher(printed))
                .filter(Matcher::find)
                .map(found -> found.group(1).strip())
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? null : told;
    }

    /** NOTE: JMH prints what a JVM prints by System.out and System.err, whatever output it was given. */
    private static RunResult run(Runner runner, PrintStream out) throws RunnerException {
        PrintStream standardOut = System.out;
        PrintStream standardErr = System.err;
        System.setOut(out);
        System.setErr(out);
        try {
            return runner.runSingle();
        } finally {
            System.setOut(standardOut);
            System.setErr(standardErr);
        }
    }

    private ChainedOptionsBuilder options(Case row) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(row.benchmark()) + "$")
                .forks(1)
                .warmupForks(0)
                .jvmArgs(flags.toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        row.parameters().forEach(options::param);
        // What is to be timed once, with nothing before it, says so itself.
        if (Benchmarks.mode(row.benchmark()) != Mode.SingleShotTime) {
            TimeValue iteration = new TimeValue(timing.iteration().toMillis(), TimeUnit.MILLISECONDS);
            options.warmupIterations(timing.warmups())
                    .warmupTime(iteration)
                    .measurementIterations(timing.iterations())
                    .measurementTime(iteration);
        }
        return options;
    }

    /** Writes to two streams and closes neither. */
    private static final class Both extends OutputStream {
        private final OutputStream first;
        private final OutputStream second;

        Both(OutputStream first, OutputStream second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void write(int b) throws IOException {
            first.write(b);
            second.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            first.write(bytes, offset, length);
            second.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            second.flush();
        }
    }
}
