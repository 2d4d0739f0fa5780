package org.wengert.spi;

import java.util.Map;
import java.util.Objects;

/** The value of each setting of one engine, checked, and where it came from. */
public final class Settings {
    private final Map<String, Entry> entries;

    /**
     * A value and its source.
     *
     * @param value  one that the setting takes
     * @param origin in words: {@code system property wengert.tape.kernels}
     */
    public record Entry(String value, String origin) {}

    /** Settings by key. */
    public Settings(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** The value of a setting that the engine declared. */
    public String get(String key) {
        return entry(key).value();
    }

    /** Where the value came from, in words. */
    public String origin(String key) {
        return entry(key).origin();
    }

    private Entry entry(String key) {
        return Objects.requireNonNull(entries.get(key), () -> "not a declared setting: " + key);
    }
}
