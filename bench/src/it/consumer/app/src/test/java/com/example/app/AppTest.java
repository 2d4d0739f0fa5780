package com.example.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.spi.EngineProvider;

class AppTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void threeEnginesAreFound() {
        assertEquals(
                List.of("list", "scalar", "tape"),
                Engines.providers().stream().map(EngineProvider::name).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "scalar", "tape"})
    void allIsWhereItWasMeantToBe(String name) {
        boolean named = Boolean.getBoolean("consumer.modules");
        try (Engine engine = Engines.open(name)) {
            assertEquals(named, engine.getClass().getModule().isNamed());
        }
        assertEquals(named, Engine.class.getModule().isNamed());
        assertEquals(named, App.class.getModule().isNamed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "tape"})
    void gradientsAreTheSame(String name) {
        try (Engine engine = Engines.open(name);
                Engine scalar = Engines.open("scalar")) {
            assertArrayEquals(App.gradients(scalar), App.gradients(engine), ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "tape"})
    void trainingLearnsTheSame(String name) {
        try (Engine engine = Engines.open(name);
                Engine scalar = Engines.open("scalar")) {
            double[] losses = App.losses(scalar);
            assertTrue(losses[1] < losses[0] / 2, () -> losses[0] + " became " + losses[1]);
            assertArrayEquals(losses, App.losses(engine), ROUNDING);
        }
    }
}
