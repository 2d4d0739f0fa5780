package org.wengert;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wengert.error.ConfigurationException;
import org.wengert.error.Excerpt;
import org.wengert.error.UnknownEngineException;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Setting;
import org.wengert.spi.Settings;

/**
 * Finds engines and opens the one that configuration chooses. The choice is, in this order: the name in the call, the
 * system property {@code wengert.engine}, the environment variable {@code WENGERT_ENGINE}, {@code wengert.properties} on
 * the class path, and the only engine there is. An engine's own settings come by the same road.
 */
public final class Engines {
    /** The setting that names the engine. */
    public static final String ENGINE = "wengert.engine";

    /**
     * An engine and why it is the one.
     *
     * @param provider opens it
     * @param origin   in words: {@code system property wengert.engine}
     */
    public record Choice(EngineProvider provider, String origin) {}

    private Engines() {}

    /**
     * Opens the engine that configuration chooses.
     *
     * @throws UnknownEngineException if there is none of the name, or several and no choice
     * @throws ConfigurationException if a setting does not exist or does not take its value
     */
    public static Engine open() {
        Configuration configuration = Configuration.ofProcess();
        return open(choose(null, configuration).provider(), configuration);
    }

    /** Opens the engine of this name; its settings come from configuration. */
    public static Engine open(String name) {
        return open(name, Configuration.ofProcess());
    }

    /** Opens the engine of this name with explicit settings, which rank before configured ones. */
    public static Engine open(String name, Map<String, String> settings) {
        return open(name, Configuration.ofProcess().with(settings));
    }

    private static Engine open(String name, Configuration configuration) {
        return open(choose(name, configuration).provider(), configuration);
    }

    /** Opens an engine of a provider that need not be registered. */
    public static Engine open(EngineProvider provider, Configuration configuration) {
        refuseUnknown(configuration, provider);
        Map<String, Settings.Entry> entries = new HashMap<>();
        for (Setting setting : provider.settings()) {
            entries.put(setting.key(), value(setting, configuration));
        }
        return provider.open(new Settings(entries));
    }

    /** Which engine is opened for a name, or by configuration alone if that is null, and why. */
    public static Choice choose(@Nullable String name, Configuration configuration) {
        List<EngineProvider> found = providers();
        if (name != null) {
            return new Choice(named(name, "explicit choice", found), "explicit choice");
        }
        Optional<Configuration.Found> configured = configuration.find(ENGINE);
        if (configured.isPresent()) {
            String origin = configured.get().origin();
            return new Choice(named(configured.get().value(), origin, found), origin);
        }
        if (found.size() == 1) {
            return new Choice(found.get(0), "the only engine found");
        }
        throw new UnknownEngineException("engine: "
                + (found.isEmpty()
                        ? "none found: add wengert-engine-tape or wengert-engine-scalar to the class path"
                        : "several found and none chosen: " + names(found) + "; choose one with Engines.open(\"name\"),"
                                + " -D" + ENGINE + "=name, WENGERT_ENGINE=name, or " + ENGINE
                                + "=name in wengert.properties on the class path"));
    }

    /**
     * All engines found, by name.
     *
     * @throws ConfigurationException if two share a name or one cannot be loaded
     */
    public static List<EngineProvider> providers() {
        List<EngineProvider> found;
        try {
            found = ServiceLoader.load(EngineProvider.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(EngineProvider::name))
                    .collect(Collectors.toUnmodifiableList());
        } catch (ServiceConfigurationError e) {
            throw new ConfigurationException("engine: a provider cannot be loaded: " + e.getMessage(), e);
        }
        for (int i = 1; i < found.size(); i++) {
            if (found.get(i).name().equals(found.get(i - 1).name())) {
                throw new ConfigurationException(
                        "engine: two providers share the name '" + found.get(i).name() + "': "
                                + found.get(i - 1).getClass().getName() + " and "
                                + found.get(i).getClass().getName() + "; take one off the class path");
            }
        }
        return found;
    }

    private static EngineProvider named(String name, String origin, List<EngineProvider> found) {
        return found.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new UnknownEngineException("engine: no engine is named '" + Excerpt.of(name) + "' (" + origin
                                + "): " + (found.isEmpty() ? "none was found" : "found " + names(found))
                                + Nearest.suggestion(name, found.stream().map(EngineProvider::name))));
    }

    private static String names(List<EngineProvider> found) {
        return found.stream().map(EngineProvider::name).collect(Collectors.joining(", "));
    }

    private static Settings.Entry value(Setting setting, Configuration configuration) {
        Optional<Configuration.Found> found = configuration.find(setting.key());
        if (found.isEmpty()) {
            return new Settings.Entry(setting.standard(), "standard");
        }
        if (!setting.accepts(found.get().value())) {
            throw new ConfigurationException(setting.key() + ": no such value: '"
                    + Excerpt.of(found.get().value()) + "' ("
                    + found.get().origin() + "): it takes " + String.join(", ", setting.values())
                    + Nearest.suggestion(found.get().value(), setting.values().stream()));
        }
        return new Settings.Entry(found.get().value(), found.get().origin());
    }

    private static void refuseUnknown(Configuration configuration, EngineProvider opened) {
        Set<String> known = new TreeSet<>(Set.of(ENGINE));
        opened.settings().forEach(setting -> known.add(setting.key()));
        for (EngineProvider provider : providers()) {
            provider.settings().forEach(setting -> known.add(setting.key()));
        }
        for (String unknown : configuration.unknown(known)) {
            throw new ConfigurationException("configuration: no such setting: " + unknown + ": known are "
                    + String.join(", ", known)
                    + Nearest.suggestion(unknown.substring(unknown.lastIndexOf(' ') + 1), known.stream()));
        }
    }
}
