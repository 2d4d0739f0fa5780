package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wengert.tck.Arithmetic;
import org.wengert.tck.EngineTck;

/** The kit for one choice of kernels and precision. It fails, rather than falling back, where these cannot be had. */
abstract class TapeEngineTck extends EngineTck {
    private final String kernels;

    TapeEngineTck(String kernels, Arithmetic arithmetic) {
        super(
                new TapeEngineProvider(),
                Map.of(TapeEngineProvider.KERNELS, kernels, TapeEngineProvider.PRECISION, name(arithmetic)),
                arithmetic);
        this.kernels = kernels;
    }

    private static String name(Arithmetic arithmetic) {
        return arithmetic.precision().name().toLowerCase(Locale.ROOT);
    }

    @Test
    void theKernelsAndThePrecisionAskedForAreThoseThatRun() {
        String description = engine().description();

        assertTrue(description.startsWith(name(arithmetic()) + ", " + kernels + " kernels, "), description);
    }
}
