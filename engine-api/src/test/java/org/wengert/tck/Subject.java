package org.wengert.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wengert.tck.random.Search;

/**
 * Which engine was tested, and by what.
 *
 * @param facts in words, by name, in the order in which they are told
 */
record Subject(Map<String, String> facts) {
    private static final String ENGINE = "engine";
    private static final String ABSENT = "declared absent";

    static Subject unknown(Class<?> kit) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(ENGINE, "");
        facts.put("tested by", kit.getName());
        return new Subject(facts);
    }

    static Subject of(EngineTck kit) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(ENGINE, kit.engine().name());
        facts.put("description", kit.engine().description());
        facts.put("settings", settings(kit));
        facts.put("arithmetic", arithmetic(kit.arithmetic()));
        facts.put(
                ABSENT,
                new TreeSet<>(kit.absent()).stream().map(Capability::toString).collect(Collectors.joining(", ")));
        facts.put("tested by", kit.getClass().getName());
        facts.put("kit", version());
        Search search = Search.ofSystemProperties();
        facts.put("expressions", search.cases() + " for each property, of up to " + search.longest() + " instructions");
        facts.put("seed", Long.toString(EngineContract.SEED));
        facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return new Subject(facts);
    }

    boolean isKnown() {
        return !facts.get(ENGINE).isEmpty();
    }

    /** What the engine does without, as it says itself. */
    String absent() {
        return facts.getOrDefault(ABSENT, "");
    }

    private static String arithmetic(Arithmetic declared) {
        return declared.precision().name().toLowerCase(Locale.ROOT)
                + (declared.ulps() == 0 ? ", bit for bit" : ", within " + declared.ulps() + " ULP");
    }

    private static String settings(EngineTck kit) {
        return kit.settings().isEmpty() ? "standard" : new TreeMap<>(kit.settings()).toString();
    }

    /** The version that the build wrote beside the classes, unless it was told to leave out what belongs to tests. */
    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = Subject.class.getResourceAsStream("kit.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
