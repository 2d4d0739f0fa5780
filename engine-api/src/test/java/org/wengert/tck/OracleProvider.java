package org.wengert.tck;

import org.wengert.Engine;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Settings;

/** Opens engines of 60 digits, slow and right, that others are measured against. Not registered: hand it in. */
public final class OracleProvider implements EngineProvider {
    @Override
    public String name() {
        return OracleEngine.NAME;
    }

    @Override
    public String description() {
        return "60 digits, by definition: made to be believed";
    }

    @Override
    public Engine open(Settings settings) {
        return new OracleEngine();
    }
}
