package org.wengert.tape;

import java.util.List;
import org.wengert.Engine;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Setting;
import org.wengert.spi.Settings;

/** Opens tape engines. */
public final class TapeEngineProvider implements EngineProvider {
    static final String PRECISION = "wengert.tape.precision";
    static final String KERNELS = "wengert.tape.kernels";

    @Override
    public String name() {
        return "tape";
    }

    @Override
    public String description() {
        return "Wengert list in primitive arrays: made to be fast";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting(PRECISION, List.of("float64"), "float64", "precision of numbers and sums"),
                new Setting(KERNELS, List.of("auto", "plain"), "auto", "how array loops run; auto takes the fastest"));
    }

    @Override
    public Engine open(Settings settings) {
        return new TapeEngine(new PlainKernels());
    }
}
