package org.wengert.tape;

import java.util.List;
import org.wengert.Engine;
import org.wengert.error.ConfigurationException;
import org.wengert.spi.EngineProvider;
import org.wengert.spi.Setting;
import org.wengert.spi.Settings;

/** Opens tape engines. */
public final class TapeEngineProvider implements EngineProvider {
    static final String PRECISION = "wengert.tape.precision";
    static final String KERNELS = "wengert.tape.kernels";
    static final String THREADS = "wengert.tape.threads";

    /** More would not share a loop but fill the memory. */
    private static final int MOST_THREADS = 1024;

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
                new Setting(PRECISION, List.of("float64", "float32"), "float64", "precision of numbers and sums"),
                new Setting(KERNELS, List.of("auto", "plain", "vector"), "auto", "how array loops run"),
                new Setting(THREADS, List.of("auto", Setting.COUNT), "auto", "threads that share large loops"));
    }

    @Override
    public Engine open(Settings settings) {
        boolean vector = KernelChoice.isVector(settings.get(KERNELS), settings.origin(KERNELS));
        boolean everything = settings.get(KERNELS).equals("vector");
        Workers workers = new Workers(threads(settings));
        if (settings.get(PRECISION).equals("float32")) {
            return engine(
                    vector
                            ? VectorKernels.float32(workers, everything)
                            : new PlainFloat32Kernels(new PlainFloat32Product(workers)),
                    workers);
        }
        return engine(
                vector
                        ? VectorKernels.float64(workers, everything)
                        : new PlainFloat64Kernels(new PlainFloat64Product(workers)),
                workers);
    }

    private static <A> Engine engine(Kernels<A> kernels, Workers workers) {
        return new TapeEngine<>(SharedKernels.of(workers, kernels), workers);
    }

    private static int threads(Settings settings) {
        String setting = settings.get(THREADS);
        if (setting.equals("auto")) {
            return Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        }
        int threads = Integer.parseInt(setting);
        if (threads > MOST_THREADS) {
            throw new ConfigurationException(THREADS + ": too many: " + threads + " (" + settings.origin(THREADS)
                    + "): it takes up to " + MOST_THREADS);
        }
        return threads;
    }
}
