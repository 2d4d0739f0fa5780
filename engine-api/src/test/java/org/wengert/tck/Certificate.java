package org.wengert.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wengert.tck.Finding.Status;

/**
 * What a run of the kit has proven of an engine, and what it has not.
 *
 * @param name     of the class that extends the kit
 * @param subject  the engine
 * @param asked    all tests of the kit
 * @param findings one for each case that ran
 * @param left     tests that did not run
 * @param accuracy of each operation, if that was measured
 * @param time     that the run took
 */
record Certificate(
        String name,
        Subject subject,
        List<Method> asked,
        List<Finding> findings,
        List<Method> left,
        List<AccuracyRow> accuracy,
        Duration time) {
    /** The sums of one level, or of all. */
    record Sum(
            String level, long tests, long notRun, long cases, long passed, long excluded, long missing, long failed) {
        List<String> cells() {
            return Stream.concat(
                            Stream.of(level),
                            Stream.of(tests, notRun, cases, passed, excluded, missing, failed)
                                    .map(String::valueOf))
                    .collect(Collectors.toList());
        }
    }

    private static final List<String> HEAD =
            List.of("level", "tests", "not run", "cases", "passed", "excluded", "missing", "failed");

    /** One for each level, then one for all. */
    List<Sum> sums() {
        List<Sum> sums = new ArrayList<>();
        for (Level level : Level.values()) {
            sums.add(sum(
                    level.toString(),
                    asked.stream().filter(test -> Level.of(test) == level).count(),
                    left.stream().filter(test -> Level.of(test) == level).count(),
                    findings.stream().filter(each -> each.level() == level).collect(Collectors.toList())));
        }
        sums.add(sum("all", asked.size(), left.size(), findings));
        return sums;
    }

    private static Sum sum(String level, long tests, long notRun, List<Finding> cases) {
        return new Sum(
                level,
                tests,
                notRun,
                cases.size(),
                count(cases, Status.PASSED),
                count(cases, Status.EXCLUDED),
                count(cases, Status.MISSING),
                count(cases, Status.FAILED));
    }

    private static long count(List<Finding> cases, Status status) {
        return cases.stream().filter(each -> each.status() == status).count();
    }

    List<Finding> with(Status status) {
        return findings.stream().filter(each -> each.status() == status).collect(Collectors.toList());
    }

    /** How many cases were left out for each reason. */
    Map<String, Long> reasons(Status status) {
        return with(status).stream()
                .collect(Collectors.groupingBy(Finding::reason, TreeMap::new, Collectors.counting()));
    }

    /** What may be said of the engine after this run. */
    String verdict() {
        long failed = count(findings, Status.FAILED);
        long missing = count(findings, Status.MISSING);
        if (failed > 0) {
            return "does not conform: " + failed + " of " + findings.size() + " cases failed";
        }
        if (!left.isEmpty() || missing > 0) {
            return "not proven: " + left.size() + " of " + asked.size() + " tests did not run and " + missing
                    + " cases lacked what they need";
        }
        String absent = subject.absent();
        return absent.isEmpty() ? "conforms" : "conforms, without " + absent;
    }

    /** In words, by name: of the engine, and of the run as a whole. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>(subject.facts());
        accuracy.stream()
                .max(Comparator.comparingDouble(AccuracyRow::largest))
                .ifPresent(row -> facts.put("largest error", row.inWords()));
        facts.put("time", time.toSeconds() + " s");
        return facts;
    }

    /** For people. */
    String text() {
        StringBuilder text = new StringBuilder();
        facts().forEach((fact, value) -> text.append(String.format("%-16s %s%n", fact, value)));
        text.append(String.format("%n"));
        line(text, HEAD);
        sums().forEach(sum -> line(text, sum.cells()));
        reasons(Status.EXCLUDED).forEach((reason, n) -> text.append(String.format("excluded %d: %s%n", n, reason)));
        reasons(Status.MISSING).forEach((reason, n) -> text.append(String.format("missing %d: %s%n", n, reason)));
        if (!left.isEmpty()) {
            text.append(String.format(
                    "not run, for a filter left them out or a class replaced them: %s%n",
                    left.stream().map(Method::getName).collect(Collectors.joining(", "))));
        }
        with(Status.FAILED).forEach(each -> text.append(String.format("FAILED %s: %s%n", each.where(), each.reason())));
        return text.append(String.format("%nverdict: %s%n", verdict())).toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.format("%-12s", cells.get(0)));
        cells.stream().skip(1).forEach(cell -> text.append(String.format("%9s", cell)));
        text.append(String.format("%n"));
    }

    /** Writes it into a folder, for people and for programs. */
    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".txt"), text());
            Files.writeString(folder.resolve(name + ".json"), CertificateJson.of(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
