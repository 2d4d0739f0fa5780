package org.wengert.scalar;

import org.wengert.Engine;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Settings;

/** Opens closure-graph engines; they have no settings. */
public final class ScalarEngineProvider implements EngineProvider {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public String description() {
        return "closure graph, one node a number: made to be read";
    }

    @Override
    public Engine open(Settings settings) {
        return new ScalarEngine();
    }
}
