package org.wengert.tape;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wengert.Engine;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Setting;
import org.wengert.spi.Settings;

/** Opens tape engines with plain kernels, whose bits are the table's. */
public final class PlainTapeProvider implements EngineProvider {
    private final TapeEngineProvider tape = new TapeEngineProvider();

    @Override
    public String name() {
        return tape.name();
    }

    @Override
    public String description() {
        return tape.description();
    }

    @Override
    public List<Setting> settings() {
        return tape.settings();
    }

    @Override
    public Engine open(Settings settings) {
        Map<String, Settings.Entry> entries = settings().stream()
                .map(Setting::key)
                .collect(Collectors.toMap(
                        Function.identity(), key -> new Settings.Entry(settings.get(key), settings.origin(key))));
        entries.put(TapeEngineProvider.KERNELS, new Settings.Entry("plain", "this test"));
        return tape.open(new Settings(entries));
    }
}
