package org.wengert.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code mvn verify -Pdeep-check} has left in a source tree, module by module, as a section of the page. */
final class DeepCheck {
    /** A class of tests that takes longer than so many seconds has a row of its own. */
    private static final double LONG = 20;

    private static final String HEAD = """

            ## The last deep check

            Everything that is tried on random inputs, on broken engines and under load, at full size:

            ```
            mvn verify -Pdeep-check
            src/bin/wengert accuracy --points %d --seed %d --deep-check . > src/site/markdown/accuracy.md
            ```

            The second command prints this section from the certificates and reports that the first has left; an engine or
            a module without a row was not run.

            """;

    private final List<JsonObject> certificates = new ArrayList<>();
    private final List<TestReport> reports = new ArrayList<>();

    private DeepCheck() {}

    /** What lies in the modules of a source tree. */
    static DeepCheck in(Path root) {
        DeepCheck check = new DeepCheck();
        for (Path module : files(root, Files::isDirectory)) {
            String name = module.getFileName().toString();
            Path target = module.resolve("target");
            for (Path file :
                    files(target.resolve("conformance"), path -> path.toString().endsWith(".json"))) {
                check.certificates.add(read(file));
            }
            for (Path file : files(target.resolve("surefire-reports"), DeepCheck::isReport)) {
                check.reports.add(TestReport.read(name, file));
            }
        }
        return check;
    }

    private static boolean isReport(Path file) {
        return file.getFileName().toString().matches("TEST-.*\\.xml");
    }

    private static List<Path> files(Path folder, Predicate<Path> filter) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(filter).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject read(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is anything to tell. */
    boolean isEmpty() {
        return reports.isEmpty();
    }

    String markdown(int points, long seed) {
        StringBuilder page = new StringBuilder(HEAD.formatted(points, seed));
        common("java")
                .ifPresent(java -> page.append("On ")
                        .append(java)
                        .append(common("system").map(system -> ", " + system).orElse(""))
                        .append(". "));
        common("expressions")
                .ifPresent(size -> page.append("Random expressions: ")
                        .append(size)
                        .append(common("seed")
                                .map(from -> ", from seed " + from)
                                .orElse(""))
                        .append(". "));
        page.append("What the conformance kit has proven of each engine:\n\n");
        page.append("| engine | cases | passed | failed | largest error | time | verdict |\n");
        page.append("| --- ".repeat(7)).append("|\n");
        certificates.forEach(each -> page.append(row(each)));
        page.append("\nAll tests, and those that took longest:\n\n");
        page.append("| module | tests | passed | failed | skipped | seconds |\n");
        page.append("| --- ".repeat(6)).append("|\n");
        reports.stream()
                .collect(Collectors.groupingBy(TestReport::module, LinkedHashMap::new, Collectors.toList()))
                .forEach((module, all) -> page.append(TestReport.sum(all).row(module)));
        reports.stream()
                .filter(report -> report.seconds() >= LONG)
                .sorted(Comparator.comparingDouble(TestReport::seconds).reversed())
                .forEach(report -> page.append(report.row("`" + report.name() + "`")));
        return page.toString();
    }

    /** A fact that all certificates share. */
    private Optional<String> common(String fact) {
        List<String> values =
                certificates.stream().map(each -> text(each, fact)).distinct().toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static String text(JsonObject certificate, String fact) {
        JsonElement value = certificate.get(fact);
        return value == null ? "" : value.getAsString();
    }

    private static String row(JsonObject certificate) {
        JsonObject all = new JsonObject();
        for (JsonElement level : certificate.getAsJsonArray("levels")) {
            all = level.getAsJsonObject(); // the sum of all stands last
        }
        return String.format(
                Locale.ROOT,
                "| %s: %s | %d | %d | %d | %s | %s | %s |%n",
                text(certificate, "engine"),
                text(certificate, "description"),
                all.get("cases").getAsLong(),
                all.get("passed").getAsLong(),
                all.get("failed").getAsLong(),
                text(certificate, "largest error"),
                text(certificate, "time"),
                text(certificate, "verdict"));
    }
}
