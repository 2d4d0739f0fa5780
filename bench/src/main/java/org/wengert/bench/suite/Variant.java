package org.wengert.bench.suite;

import java.util.HashMap;
import java.util.Map;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.ConfigurationException;
import org.wengert.spi.EngineProvider;

/**
 * How a contender is to run, as a suite's parameters say. What a contender has no setting for, it runs as the standard
 * only, so that no row stands twice under different names.
 *
 * @param precision {@code float64} or {@code float32}
 * @param kernels   {@code auto}, {@code plain} or {@code vector}
 * @param threads   {@code auto} or a number
 */
record Variant(String precision, String kernels, String threads) {
    static final String FLOAT64 = "float64";
    static final String FLOAT32 = "float32";
    static final String AUTO = "auto";
    static final String PLAIN = "plain";
    static final String VECTOR = "vector";

    /** What runs where there is nothing to choose. */
    static final Variant STANDARD = new Variant(FLOAT64, AUTO, AUTO);

    /**
     * An engine that runs like this.
     *
     * @throws Skipped if the engine has no such setting, or refuses the value
     */
    Engine open(String name) {
        EngineProvider provider =
                Engines.choose(name, Configuration.ofProcess()).provider();
        Map<String, String> settings = new HashMap<>();
        put(settings, provider, "precision", precision, FLOAT64);
        put(settings, provider, "kernels", kernels, AUTO);
        put(settings, provider, "threads", threads, AUTO);
        try {
            return Engines.open(name, settings);
        } catch (ConfigurationException e) {
            throw new Skipped(String.valueOf(e.getMessage()));
        }
    }

    private static void put(
            Map<String, String> settings, EngineProvider provider, String setting, String value, String standard) {
        String key = Configuration.PREFIX + provider.name() + "." + setting;
        if (provider.settings().stream().anyMatch(declared -> declared.key().equals(key))) {
            settings.put(key, value);
        } else {
            requireStandard(provider.name(), setting, value, standard);
        }
    }

    /** Skips everything but the standard, for a contender without settings. */
    void requireStandard(String contender) {
        requireStandard(contender, "precision", precision, FLOAT64);
        requireStandard(contender, "kernels", kernels, AUTO);
        requireStandard(contender, "threads", threads, AUTO);
    }

    private static void requireStandard(String contender, String setting, String value, String standard) {
        if (!value.equals(standard)) {
            throw new Skipped("'" + contender + "' has no " + setting + "=" + value + ": it runs with " + setting + "="
                    + standard + " only");
        }
    }
}
