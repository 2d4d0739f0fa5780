package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.wengert.Engine;
import org.wengert.Engines;

/** An engine and its kernels, by name. */
public final class Variant {
    private Variant() {}

    /** Opens {@code "scalar"}, or {@code "tape vector"} with these kernels and no others. */
    public static Engine open(String name) {
        String[] words = name.split(" ");
        if (words.length == 1) {
            return Engines.open(name);
        }
        Engine engine = Engines.open(words[0], Map.of("wengert.tape.kernels", words[1]));
        assertTrue(engine.description().contains(words[1] + " kernels"), engine.description());
        return engine;
    }
}
