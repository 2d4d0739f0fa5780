package org.wengert.nn.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.wengert.nn.Shared;

/** Every example runs and prints what it promises. */
@Isolated("it reads what is printed")
class ExamplesTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream console = System.out;
    private final Locale locale = Locale.getDefault();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        Locale.setDefault(Locale.ROOT);
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(console);
        Locale.setDefault(locale);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().collect(Collectors.toList());
    }

    /** The number that the last line ends with. */
    private double last() {
        String line = lines().get(lines().size() - 1);
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    @Test
    void e01Derivative() {
        E01Derivative.main();
        assertEquals(List.of("y = 20.0, dy/dx = 14.0"), lines());
    }

    @Test
    void e02Line() {
        E02Line.main();
        assertEquals(List.of("y = 2.0000 x + 1.0000"), lines());
    }

    @Test
    void e03Neuron() {
        E03Neuron.main();
        assertEquals(List.of("output 0.7071", "by inputs -1.5000 0.5000, by weights 1.0000 0.0000"), lines());
    }

    @Test
    void e04Moons() {
        E04Moons.main();
        assertTrue(last() >= 0.98, () -> lines().toString());
    }

    @Test
    void e05Regression() {
        E05Regression.main();
        String line = lines().get(0);
        assertTrue(line.matches("R2 0\\.9[5-9][0-9] after [1-4]?[0-9]?[0-9] epochs"), line + ": it ends by itself");
    }

    @Test
    void e06Digits() {
        E06Digits.main(Shared.file("data/digits.csv").toString());
        assertTrue(last() >= 0.96, () -> lines().toString());
    }

    @Test
    void e07Mnist() {
        E07Mnist.main(Shared.file("data/mnist").toString(), "1");
        assertTrue(last() >= 0.95, () -> lines().toString());
    }

    @Test
    void e08CustomOperation() {
        E08CustomOperation.main();
        assertEquals("the slope is right: true", lines().get(0));
        assertTrue(last() < 0.1, () -> lines().toString());
    }

    @Test
    void e09CustomLayer() {
        E09CustomLayer.main();
        assertEquals(
                List.of("layers.0.centres [12, 2]", "layers.1.weight [1, 12]", "layers.1.bias [1]"),
                lines().subList(0, 3));
        assertTrue(last() >= 0.97, () -> lines().toString());
    }

    @Test
    void e10SaveAndLoad() {
        E10SaveAndLoad.main(folder.resolve("moons.safetensors").toString());
        assertEquals("inputs [x, y]", lines().get(0));
        assertEquals("classes upper and lower", lines().get(1));
    }

    @Test
    void e11Resume() {
        E11Resume.main(folder.resolve("run").toString());
        assertEquals(List.of("crashed: the power is gone", "the same to the last bit: true"), lines());
    }

    @Test
    void e12EngineSwap() {
        E12EngineSwap.main();
        assertEquals(3, lines().size());
        assertEquals(lines().get(0).substring("scalar".length()), lines().get(1).substring("tape".length()));
        assertTrue(last() < 0.4, () -> lines().toString());
    }
}
