package org.wengert.bench.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wengert.Engines;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Setting;

/** The page of settings has every setting that the code knows, and no other. */
class SettingsPageTest {
    private static final Page PAGE = Page.of(Page.SITE.resolve("settings.md"));
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.]+)` \\|", Pattern.MULTILINE);
    private static final Pattern SETTING = Pattern.compile("\"(wengert\\.[a-z]+(?:\\.[a-z]+)*)\"");
    private static final Pattern READ = Pattern.compile(
            "(?:System\\.getProperty|Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean)\\(\\s*\"([^\"]+)\"");

    /** What the JVM, Surefire and the launcher say of themselves, and the build to one test. */
    private static final Predicate<String> TOLD = Pattern.compile(
                    "(java|os|user|surefire|consumer)\\..*|launcher|stderr\\.terminal|named\\.modules")
            .asMatchPredicate();

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources(String kinds) throws IOException {
        try (Stream<Path> files = Files.walk(Page.PROJECT, 15)) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().matches(".*/src/(" + kinds + ")/java/.*"))
                    .collect(Collectors.toList());
            StringBuilder text = new StringBuilder();
            for (Path file : java) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    @Test
    void everySettingOfEveryEngineHasItsRow() {
        for (EngineProvider provider : Engines.providers()) {
            for (Setting setting : provider.settings()) {
                String values = setting.values().stream()
                        .map(value -> "`" + value + "`")
                        .collect(Collectors.joining(", "));
                String variable = setting.key().toUpperCase(Locale.ROOT).replace('.', '_');
                String row = "| `" + setting.key() + "` | `" + variable + "` | " + values + " | `" + setting.standard()
                        + "` | " + setting.meaning() + " |";

                assertTrue(PAGE.text().contains(row), row);
            }
        }
    }

    @Test
    void theCodeKnowsTheSettingsOfThePageAndNoOther() throws IOException {
        Set<String> known = Stream.concat(
                        Stream.of(Engines.ENGINE),
                        Engines.providers().stream()
                                .flatMap(provider -> provider.settings().stream())
                                .map(Setting::key))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> onPage = found(ROW, PAGE.text());
        onPage.removeIf(name -> !name.startsWith("wengert."));
        Set<String> named = found(SETTING, sources("main|peers|peers-jvm"));
        named.remove("wengert.properties");

        assertEquals(known, onPage);
        assertEquals(known, named, "nobody else may read what begins with wengert.: engines refuse it");
    }

    @Test
    void theOtherPropertiesOfThePageAreThoseThatTheCodeReads() throws IOException {
        String code = sources("main|peers|peers-jvm|test|peers-test|peers-jvm-test");
        Set<String> onPage = found(ROW, PAGE.text());
        Set<String> read = found(READ, code);
        read.removeIf(TOLD);

        read.removeAll(onPage);
        onPage.removeIf(name -> code.contains("\"" + name + "\""));

        assertEquals(Set.of(), read, "the code reads what the page does not have");
        assertEquals(Set.of(), onPage, "the page has what no code names");
    }
}
