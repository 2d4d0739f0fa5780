package org.wengert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wengert.error.ConfigurationException;
import org.wengert.error.UnknownEngineException;
import org.wengert.tck.CheckSize;
import org.wengert.tck.Mutations;

/** Damaged configuration, from each of its sources: it is refused with source and key, or opens what it says. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // only ends a test that hangs
class ConfigurationFuzzTest {
    private static final String VALID = """
            # An engine and what it is made of.
            wengert.engine=abacus
            wengert.abacus.beads = glass
            wengert.abacus.threads: 12
            """;

    private static final String ENGINE = "wengert.engine";
    private static final String BEADS = "wengert.abacus.beads";
    private static final String THREADS = "wengert.abacus.threads";
    private static final Set<String> KNOWN = Set.of(ENGINE, BEADS, THREADS);

    private static final int CHARACTERS = 1000;
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");
    private static final Pattern REFUSAL = Pattern.compile(
            "(engine: (no engine is named|several found).*|configuration: (no such setting|cannot read).*|wengert\\.abacus\\.(beads|threads): no such value.*)"
                    + "\\b(wengert\\.properties|explicit setting|system property|environment variable)\\b.*");

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private URLClassLoader loader;
    private Path file;

    @BeforeEach
    void findTwoEnginesAndAFile() throws IOException, URISyntaxException {
        loader = FakeProviders.loader(FakeProviders.Abacus.class, FakeProviders.Slate.class);
        file = Path.of(loader.getURLs()[0].toURI()).resolve("wengert.properties");
        Thread.currentThread().setContextClassLoader(loader);
    }

    @AfterEach
    void findWhatWasFoundBefore() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
        Files.deleteIfExists(file);
    }

    @Test
    void aDamagedFileOpensWhatItSaysOrIsRefused() throws IOException {
        int cases = CheckSize.of(200, 5000);
        int opened = 0;
        for (int seed = 0; seed < cases; seed++) {
            byte[] damaged = new Mutations(seed).damaged(VALID.getBytes(StandardCharsets.UTF_8));
            Files.write(file, damaged);
            Optional<String> expected = entries(damaged).flatMap(entries -> expected(entries, false, entries.keySet()));
            opened += check("file, seed " + seed, expected, () -> FakeProviders.opened(Engines::open)) ? 1 : 0;
        }
        assertSome(opened, cases);
    }

    @Test
    void damagedSettingsPropertiesAndVariablesOpenWhatTheySayOrAreRefused() {
        int cases = CheckSize.of(200, 5000);
        int opened = 0;
        for (int seed = 0; seed < cases; seed++) {
            Mutations mutations = new Mutations(seed);
            int source = mutations.choose(3);
            Optional<Map<String, String>> damaged = entries(mutations.damaged(VALID.getBytes(StandardCharsets.UTF_8)));
            if (damaged.isPresent()) {
                Map<String, String> entries = source == 2 ? asVariables(damaged.get()) : damaged.get();
                Configuration configuration = Configuration.of(
                        source == 0 ? entries : Map.of(),
                        source == 1 ? entries : Map.of(),
                        source == 2 ? entries : Map.of(),
                        Map.of());
                Optional<String> expected = expected(entries, source == 2, meant(entries, source));
                opened += check(
                                "source " + source + ", seed " + seed,
                                expected,
                                () -> FakeProviders.open(
                                        Engines.choose(null, configuration).provider(), configuration))
                        ? 1
                        : 0;
            }
        }
        assertSome(opened, cases);
    }

    private static void assertSome(int opened, int cases) {
        assertTrue(opened > cases / 50 && opened < cases / 2, () -> opened + " of " + cases + " were opened");
    }

    private static Optional<Map<String, String>> entries(byte[] damaged) {
        String text = new String(damaged, StandardCharsets.UTF_8);
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        Map<String, String> entries = new HashMap<>();
        properties.forEach((key, value) -> entries.put((String) key, (String) value));
        return Optional.of(entries);
    }

    private static Map<String, String> asVariables(Map<String, String> entries) {
        Map<String, String> variables = new HashMap<>();
        entries.forEach((key, value) -> variables.put(variable(key), value));
        return variables;
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** Of settings in code, all; of what other programs have too, what begins as ours do. */
    private static Set<String> meant(Map<String, String> entries, int source) {
        Set<String> meant = new HashSet<>(entries.keySet());
        meant.removeIf(key -> source == 1 && !key.startsWith("wengert.") || source == 2 && !key.startsWith("WENGERT_"));
        return meant;
    }

    /** What is opened, in words; nothing, if that must be refused. */
    private static Optional<String> expected(Map<String, String> entries, boolean variables, Set<String> meant) {
        Map<String, String> found = new HashMap<>();
        KNOWN.forEach(key -> found.put(key, entries.get(variables ? variable(key) : key)));
        long known = found.values().stream().filter(value -> value != null).count();
        found.replaceAll((key, value) -> value == null ? null : value.strip());
        String engine = found.get(ENGINE);
        String beads = found.get(BEADS) == null ? "wood" : found.get(BEADS);
        String threads = found.get(THREADS) == null ? "auto" : found.get(THREADS);
        if (known < meant.size() || engine == null) {
            return Optional.empty();
        }
        if (engine.equals("slate")) {
            return Optional.of("slate");
        }
        boolean taken = engine.equals("abacus")
                && (beads.equals("wood") || beads.equals("glass"))
                && (threads.equals("auto") || threads.matches("[1-9][0-9]{0,8}"));
        return taken ? Optional.of("abacus of " + beads + ", " + threads) : Optional.empty();
    }

    /** Whether an engine was opened. */
    private static boolean check(String name, Optional<String> expected, Supplier<FakeProviders.Opened> open) {
        Optional<String> actual;
        try {
            actual = Optional.of(words(open.get()));
        } catch (ConfigurationException | UnknownEngineException refused) {
            String message = refused.getMessage();
            assertTrue(REFUSAL.matcher(message).matches(), () -> name + ": names no source or no key: " + message);
            assertTrue(message.length() < CHARACTERS, () -> name + ": " + message.length() + " characters of message");
            assertTrue(!HIDDEN.matcher(message).find(), () -> name + ": not one visible line: " + message);
            actual = Optional.empty();
        } catch (RuntimeException | Error thrown) {
            throw new AssertionError(name + ": not an error of the configuration: " + thrown, thrown);
        }
        assertEquals(expected, actual, name);
        return actual.isPresent();
    }

    private static String words(FakeProviders.Opened opened) {
        return opened.name().equals("slate")
                ? "slate"
                : "abacus of " + opened.settings().get(BEADS) + ", "
                        + opened.settings().get(THREADS);
    }
}
