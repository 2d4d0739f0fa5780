package org.wengert;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wengert.error.ConfigurationException;

/**
 * Where settings come from, in order of rank: explicit ones, system properties {@code wengert.*}, environment variables
 * {@code WENGERT_*} (a dot becomes an underscore), and {@code wengert.properties} on the class path. Read anew for each
 * engine that is opened; nothing is frozen.
 */
public final class Configuration {
    /** All keys begin with this. */
    public static final String PREFIX = "wengert.";

    private static final String FILE = "wengert.properties";

    private record Source(String name, Map<String, String> entries, boolean environment) {
        String keyOf(String key) {
            return environment ? key.toUpperCase(Locale.ROOT).replace('.', '_') : key;
        }
    }

    /**
     * A configured value and its source.
     *
     * @param value  the text found
     * @param origin in words: {@code environment variable WENGERT_ENGINE}
     */
    public record Found(String value, String origin) {}

    private final List<Source> sources;

    private Configuration(List<Source> sources) {
        this.sources = sources;
    }

    /** The configuration of this process, without explicit settings. */
    public static Configuration ofProcess() {
        return of(Map.of(), strings(System.getProperties()), System.getenv(), file());
    }

    /**
     * A configuration from given sources, in order of rank.
     *
     * @param explicit    settings named in code
     * @param properties  as system properties
     * @param environment as environment variables
     * @param file        as in {@code wengert.properties}
     */
    public static Configuration of(
            Map<String, String> explicit,
            Map<String, String> properties,
            Map<String, String> environment,
            Map<String, String> file) {
        return new Configuration(List.of(
                new Source("explicit setting ", Map.copyOf(explicit), false),
                new Source("system property ", Map.copyOf(properties), false),
                new Source("environment variable ", Map.copyOf(environment), true),
                new Source("class path file " + FILE + ", ", Map.copyOf(file), false)));
    }

    /** The same with these explicit settings before all others. */
    public Configuration with(Map<String, String> explicit) {
        List<Source> ranked = new ArrayList<>(sources);
        ranked.add(0, new Source("explicit setting ", Map.copyOf(explicit), false));
        return new Configuration(List.copyOf(ranked));
    }

    /** The value of highest rank for a key. */
    public Optional<Found> find(String key) {
        for (Source source : sources) {
            String name = source.keyOf(key);
            @Nullable String value = source.entries().get(name);
            if (value != null) {
                return Optional.of(new Found(value.strip(), source.name() + name));
            }
        }
        return Optional.empty();
    }

    /** Everything that is spelled like a setting and is none of the known keys, each with its source. */
    public Set<String> unknown(Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        for (Source source : sources) {
            Set<String> names = known.stream().map(source::keyOf).collect(Collectors.toSet());
            for (String name : source.entries().keySet()) {
                if (name.startsWith(source.keyOf(PREFIX)) && !names.contains(name)) {
                    unknown.add(source.name() + name);
                }
            }
        }
        return unknown;
    }

    private static Map<String, String> file() {
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(Configuration.class::getClassLoader);
        @Nullable URL url = loader.getResource(FILE);
        Properties properties = new Properties();
        if (url != null) {
            try (InputStream in = url.openStream()) {
                properties.load(in);
            } catch (IOException | IllegalArgumentException e) {
                throw new ConfigurationException("configuration: cannot read " + url + ": " + e.getMessage(), e);
            }
        }
        return strings(properties);
    }

    private static Map<String, String> strings(Properties properties) {
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(k -> k, properties::getProperty));
    }
}
