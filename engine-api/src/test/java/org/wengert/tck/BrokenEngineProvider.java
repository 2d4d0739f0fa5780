package org.wengert.tck;

import java.util.List;
import org.wengert.Engine;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Setting;
import org.wengert.spi.Settings;

/** Opens a good engine with one fault. */
record BrokenEngineProvider(EngineProvider good, Fault fault) implements EngineProvider {
    @Override
    public String name() {
        return good.name();
    }

    @Override
    public String description() {
        return good.description() + ", broken on purpose: " + fault;
    }

    @Override
    public List<Setting> settings() {
        return good.settings();
    }

    @Override
    public Engine open(Settings settings) {
        return new WrappedEngine(good.open(settings), fault);
    }
}
