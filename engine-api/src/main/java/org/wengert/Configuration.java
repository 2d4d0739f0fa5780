package org.wengert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.wengert.error.Excerpt;

/**
 * Where settings come from, in order of rank: explicit ones, system properties {@code wengert.*}, environment variables
 * {@code WENGERT_*} (a dot becomes an underscore), and {@code wengert.properties} on the class path (UTF-8, with or
 * without a byte order mark). Read anew for each engine that is opened; nothing is frozen.
 */
public final class Configuration {
    /** All keys begin with this. */
    public static final String PREFIX = "wengert.";

    private static final String FILE = "wengert.properties";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Who else writes settings of their own where ours are found. */
    private enum Sharing {
        NOBODY,
        JAVA,
        SYSTEM
    }

    private record Source(String name, Map<String, String> entries, Sharing sharing) {
        Source {
            entries.forEach((key, value) -> {
                if (key == null || value == null) {
                    throw new ConfigurationException(
                            "configuration: no text: " + name + key + " is " + value + "; leave it out instead");
                }
            });
            entries = Map.copyOf(entries);
        }

        String keyOf(String key) {
            return sharing == Sharing.SYSTEM ? key.toUpperCase(Locale.ROOT).replace('.', '_') : key;
        }

        /** Whether a name is meant for us, rightly spelled or not. */
        boolean concerns(String key) {
            return sharing == Sharing.NOBODY || key.startsWith(keyOf(PREFIX));
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
     * @throws ConfigurationException if a key or a value is null
     */
    public static Configuration of(
            Map<String, String> explicit,
            Map<String, String> properties,
            Map<String, String> environment,
            Map<String, String> file) {
        return new Configuration(List.of(
                new Source("explicit setting ", explicit, Sharing.NOBODY),
                new Source("system property ", properties, Sharing.JAVA),
                new Source("environment variable ", environment, Sharing.SYSTEM),
                new Source("class path file " + FILE + ", ", file, Sharing.NOBODY)));
    }

    /** The same with these explicit settings before all others. */
    public Configuration with(Map<String, String> explicit) {
        return with("explicit setting ", explicit);
    }

    /**
     * The same with the settings of another source before all others.
     *
     * @param source   in words that a key can follow: {@code "file run.properties, "}
     * @param settings by key
     * @throws ConfigurationException if a key or a value is null
     */
    public Configuration with(String source, Map<String, String> settings) {
        List<Source> ranked = new ArrayList<>(sources);
        ranked.add(0, new Source(source, settings, Sharing.NOBODY));
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

    /**
     * What is none of the known keys, each with its source: of properties and variables, which others have too, what is
     * spelled like a setting; of explicit settings and the file, anything.
     */
    public Set<String> unknown(Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        for (Source source : sources) {
            Set<String> names = known.stream().map(source::keyOf).collect(Collectors.toSet());
            for (String name : source.entries().keySet()) {
                if (source.concerns(name) && !names.contains(name)) {
                    unknown.add(source.name() + Excerpt.of(name));
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
            try (Reader in = new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
                in.mark(1);
                if (in.read() != BYTE_ORDER_MARK) {
                    in.reset();
                }
                properties.load(in);
            } catch (IOException | IllegalArgumentException e) {
                throw new ConfigurationException("configuration: cannot read " + url + ": " + e.getMessage(), e);
            }
        }
        return strings(properties);
    }

    /** NOTE: another thread may take a property away after its name was listed. */
    private static Map<String, String> strings(Properties properties) {
        Map<String, String> strings = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            @Nullable String value = properties.getProperty(name);
            if (value != null) {
                strings.put(name, value);
            }
        }
        return strings;
    }
}
