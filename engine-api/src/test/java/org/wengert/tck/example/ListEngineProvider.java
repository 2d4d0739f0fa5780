package org.wengert.tck.example;

import org.wengert.Engine;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Settings;

/** Opens list engines; they have no settings. */
public final class ListEngineProvider implements EngineProvider {
    @Override
    public String name() {
        return "list";
    }

    @Override
    public String description() {
        return "a list of values: the smallest engine that passes";
    }

    @Override
    public Engine open(Settings settings) {
        return new ListEngine();
    }
}
