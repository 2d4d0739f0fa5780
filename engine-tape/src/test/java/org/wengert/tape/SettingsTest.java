package org.wengert.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.Configuration;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.error.ConfigurationException;
import org.wengert.tck.ChildJvm;

/** What the tape's settings refuse, and what they say where the vector module was not loaded. */
class SettingsTest {
    /** Opens two engines with the settings of the process: run in one of its own. */
    static final class Open {
        private Open() {}

        public static void main(String... args) {
            for (int i = 0; i < 2; i++) {
                try (Engine engine = Engines.open("tape")) {
                    System.out.println("runs " + engine.description());
                } catch (ConfigurationException e) {
                    System.out.println("refused " + e.getMessage());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wengert.tape.threads | 0 | it takes auto, <count>",
                "wengert.tape.threads | -1 | it takes auto, <count>",
                "wengert.tape.threads | abc | it takes auto, <count>",
                "wengert.tape.threads | 1.5 | it takes auto, <count>",
                "wengert.tape.precision | float16 | it takes float64, float32; did you mean 'float64'?",
                "wengert.tape.kernels | avx | it takes auto, plain, vector",
            })
    void aValueThatASettingDoesNotTakeIsRefusedWithThoseItTakes(String key, String value, String rest) {
        Configuration configuration = Configuration.of(Map.of(key, value), Map.of(), Map.of(), Map.of());

        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> Engines.open(new TapeEngineProvider(), configuration));

        assertEquals(
                key + ": no such value: '" + value + "' (explicit setting " + key + "): " + rest, refused.getMessage());
    }

    @Test
    void moreThreadsThanCouldEverShareALoopAreRefused() {
        Configuration configuration =
                Configuration.of(Map.of(TapeEngineProvider.THREADS, "999999999"), Map.of(), Map.of(), Map.of());

        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> Engines.open(new TapeEngineProvider(), configuration));

        assertEquals(
                "wengert.tape.threads: too many: 999999999 (explicit setting wengert.tape.threads): it takes up to 1024",
                refused.getMessage());
    }

    private static List<String> lines(String kernels) throws Exception {
        return ChildJvm.run(Open.class, "-Dwengert.tape.kernels=" + kernels, "-Dwengert.tape.threads=1");
    }

    @Test
    void vectorKernelsWithoutTheirModuleAreRefusedWithTheFlag() throws Exception {
        String text = "refused wengert.tape.kernels: 'vector' (system property wengert.tape.kernels) cannot be had: the"
                + " module jdk.incubator.vector was not loaded; start java with --add-modules jdk.incubator.vector";

        assertEquals(List.of(text, text), lines("vector"));
    }

    @Test
    void withoutTheModulePlainKernelsRunAndOneLineNamesTheFlag() throws Exception {
        List<String> lines = lines("auto");

        assertEquals(
                List.of("runs float64, plain kernels, 1 thread", "runs float64, plain kernels, 1 thread"),
                lines.stream().filter(line -> line.startsWith("runs")).collect(Collectors.toList()));
        assertEquals(
                1,
                lines.stream()
                        .filter(line ->
                                line.endsWith("tape: plain kernels are used; for the fast ones add --add-modules"
                                        + " jdk.incubator.vector"))
                        .count(),
                lines::toString);
    }

    @Test
    void plainKernelsThatWereAskedForSayNothing() throws Exception {
        String text = "runs float64, plain kernels, 1 thread";

        assertEquals(List.of(text, text), lines("plain"));
    }
}
