package org.wengert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    /** What is suggested can be copied into a shell, which takes it apart into what was meant. */
    @ParameterizedTest
    @ValueSource(strings = {"run 1", "a$(touch x)&.html", "it's", "*", "~", "", "#", "a\\b", "two\nlines"})
    void aShellReadsAnArgumentAsItWas(String argument) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + Commands.quoted(argument)).start();

        assertEquals(argument, new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void whatEveryShellTakesStandsBare() {
        assertEquals("--hidden=16,16", Commands.quoted("--hidden=16,16"));
        assertEquals("../data/iris.csv", Commands.quoted("../data/iris.csv"));
    }
}
