package org.wengert.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wengert.bench.result.BenchResult;
import org.wengert.bench.result.Estimate;
import org.wengert.bench.result.Row;
import org.wengert.tck.WrongTanhProvider;

/** Real runs, as short as they can be, with a third party's broken engine on the class path of the timed JVMs too. */
class SessionTest {
    private static final Timing SHORTEST = new Timing(0, 2, Duration.ofMillis(20), 2, 2, Duration.ofSeconds(1));
    private static final List<String> SETTINGS = List.of("java.class.path", "jmh.ignoreLock");
    private static final List<Optional<String>> BEFORE = SETTINGS.stream()
            .map(key -> Optional.ofNullable(System.getProperty(key)))
            .toList();

    @TempDir
    static Path folder;

    private static final Watcher NOBODY = new Watcher() {
        @Override
        public void planned(int forks) {}

        @Override
        public void begins(Case row, int round) {}

        @Override
        public void ended() {}

        @Override
        public void close() {}
    };

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeAll
    static void addTheBrokenEngine() throws IOException {
        Path services = folder.resolve("META-INF/services/org.wengert.spi.EngineProvider");
        Files.createDirectories(services.getParent());
        Files.writeString(services, WrongTanhProvider.class.getName());
        System.setProperty("java.class.path", System.getProperty("java.class.path") + File.pathSeparator + folder);
        // Another build on this machine may be running benchmarks too, and nothing here depends on times.
        System.setProperty("jmh.ignoreLock", "true");
    }

    @AfterAll
    static void restore() {
        for (int i = 0; i < SETTINGS.size(); i++) {
            String key = SETTINGS.get(i);
            BEFORE.get(i).ifPresentOrElse(value -> System.setProperty(key, value), () -> System.clearProperty(key));
        }
    }

    private Session.Ended run(String suite, Choice choice) throws IOException {
        Suite found = Suites.byName().get(suite);
        assertNotNull(found);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return new Session(found, "wengert bench " + suite, SHORTEST, List.of(), log)
                    .run(found.cases(Level.QUICK, choice), NOBODY);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Choice engines(String... engines) {
        return new Choice(List.of(engines), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void aRightEngineGetsATimeAndABrokenOneTheReason() throws IOException {
        Session.Ended ended = run("smoke", engines("tape", "wrong-tanh"));

        assertTrue(ended.wrong(), ended.result().toString());
        BenchResult result = ended.result();
        Row tape = result.rows().get(0);
        Row broken = result.rows().get(1);
        assertTimed(tape);
        assertTrue(String.valueOf(tape.runs()).startsWith("tape: float64, "), tape.runs());
        assertTrue(String.valueOf(tape.runs()).endsWith("; agrees with the oracle and naive loops"), tape.runs());
        assertNull(broken.time());
        assertEquals(List.of(), broken.rounds());
        assertGradientIsNamed(broken.refusal());
        assertTrue(
                result.machine().jdk().startsWith(Runtime.version().feature() + "."),
                result.machine().jdk());
        assertEquals("1.37", result.machine().libraries().get("JMH"));
        assertEquals("2", result.settings().get("rounds"));
        String printed = log.toString(StandardCharsets.UTF_8);
        assertTrue(printed.contains("# Benchmark: org.wengert.bench.suite.Smoke"), printed);
    }

    private static void assertTimed(Row row) {
        Estimate time = row.time();
        assertNotNull(time, row.refusal());
        assertNull(row.refusal());
        assertEquals("us/op", row.unit());
        assertEquals(List.of(2, 2), row.rounds().stream().map(List::size).toList());
        assertTrue(0 < time.low() && time.low() <= time.median() && time.median() <= time.high(), time.toString());
        assertTrue(row.figures().get("allocated") > 0, row.figures().toString());
    }

    private static void assertGradientIsNamed(String refusal) {
        assertTrue(
                String.valueOf(refusal)
                        .matches("layers\\.\\d, gradient of a (weight|bias), number \\d+, is \\S+ on .*, the"
                                + " reference is \\S+; the tolerance is 1\\.0E-12 of \\S+"),
                refusal);
    }

    @Test
    void anErrorOfAThirdPartysEngineCostsItsRowOnly() {
        Ledger ledger = new Ledger(new Case(
                "smoke/x", "group", "x", "org.wengert.bench.suite.Smoke.trainingStep", Map.of("engine", "x"), null));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try {
            Thread.currentThread().setContextClassLoader(new ClassLoader(before) {
                @Override
                public java.util.Enumeration<URL> getResources(String name) {
                    throw new LinkageError("no such library");
                }
            });
            new Proof().check(ledger);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }

        assertFalse(ledger.isOpen());
        assertEquals(
                "java.lang.LinkageError: no such library", ledger.result(null).refusal());
    }

    @Test
    void aRowTellsWhatRanAndAtWhat() {
        assertEquals(
                "tape: float64; moons: Adam at 0.01",
                Forks.told("# Task: moons: Adam at 0.01\nIteration 1\n# Runs: tape: float64 \n"));
        assertNull(Forks.told("# Warmup: none"));
    }

    /** What the oracle does not see, the timed JVM refuses by itself. */
    @Test
    void theTimedJvmRefusesABrokenEngineToo() {
        Forks forks = new Forks(SHORTEST, ThisMachine.flags(), log);
        Case row = Suites.byName()
                .get("smoke")
                .cases(Level.QUICK, engines("wrong-tanh"))
                .get(0);

        Outcome outcome = forks.run(row);

        Outcome.Refused refused = (Outcome.Refused) outcome;
        assertFalse(refused.skipped());
        assertGradientIsNamed(refused.reason());
    }

    @Test
    void aThroughputBecomesATimeAndItsCounterAFigure() throws IOException {
        Session.Ended ended = run(
                "kernels", new Choice(List.of(), List.of("float32"), List.of("17x17x17"), List.of("plain"), List.of()));

        Row product = ended.result().rows().get(0);
        Estimate time = product.time();
        assertNotNull(time, product.refusal());
        assertEquals("ns/op", product.unit());
        // Both are medians of the same iterations, but not of the same ones.
        double flops = 2.0 * 17 * 17 * 17;
        double gflops = product.figures().get("gflops");
        assertTrue(flops / gflops / time.median() > 0.2 && flops / gflops / time.median() < 5, gflops + ", " + time);
    }

    @Test
    void whatDoesNotExistIsSkippedAndNotWrong() throws IOException {
        Session.Ended ended = run(
                "steps",
                new Choice(List.of("scalar"), List.of("float32"), List.of("784-128-10"), List.of(), List.of()));

        assertFalse(ended.wrong());
        assertEquals(
                "skipped: 'scalar' makes a node of every number: 784-128-10 with batch 64 has 6504448 multiplications,"
                        + " the limit is 200000",
                ended.result().rows().get(0).refusal());
        assertTrue(ended.result().warnings().contains("nothing could be timed"));
    }
}
