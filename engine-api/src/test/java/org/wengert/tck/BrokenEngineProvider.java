package org.wengert.tck;

import java.util.List;
import java.util.function.Supplier;
import org.wengert.Engine;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Setting;
import org.wengert.spi.Settings;

/**
 * Opens a good engine with a behaviour of its own.
 *
 * @param good      opens what is inside
 * @param what      is wrong with it, in words
 * @param behaviour for each engine
 */
record BrokenEngineProvider(EngineProvider good, String what, Supplier<Behaviour> behaviour) implements EngineProvider {
    @Override
    public String name() {
        return good.name();
    }

    @Override
    public String description() {
        return good.description() + ", broken on purpose: " + what;
    }

    @Override
    public List<Setting> settings() {
        return good.settings();
    }

    @Override
    public Engine open(Settings settings) {
        return new WrappedEngine(good.open(settings), behaviour.get(), what);
    }
}
