package org.wengert.tck;

import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.op.Unary;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Settings;

/**
 * A third party's engine that trains with a wrong slope of tanh; registered by the test that needs it. It stands in the
 * kit's package for the kit's wrapper, past which no operation gets, whoever calls it.
 */
public final class WrongTanhProvider implements EngineProvider {
    @Override
    public String name() {
        return "wrong-tanh";
    }

    @Override
    public String description() {
        return "scalar, but for tanh";
    }

    @Override
    public Engine open(Settings settings) {
        return new WrappedEngine(
                Engines.open("scalar"), WrongNumerics.slope(Unary.TANH, (x, y) -> 1 - y), description());
    }
}
