package org.wengert.spi;

import java.util.List;
import org.wengert.Engine;

/**
 * Opens engines of one kind. Found by {@link java.util.ServiceLoader}: name it in the module's {@code provides} and in
 * {@code META-INF/services/org.wengert.spi.EngineProvider}. Making a provider must do nothing; only {@link #open} may.
 */
public interface EngineProvider {
    /** The name by which the engine is chosen: lower-case letters, digits and dashes. */
    String name();

    /** What kind of engine it is, in one line. */
    String description();

    /** The settings it understands, each with a key that begins with {@code wengert.<name>.}. */
    default List<Setting> settings() {
        return List.of();
    }

    /**
     * A new engine.
     *
     * @param settings a value for each of {@link #settings()}, already checked
     * @throws org.wengert.error.ConfigurationException if a setting was named that cannot be had here
     */
    Engine open(Settings settings);
}
