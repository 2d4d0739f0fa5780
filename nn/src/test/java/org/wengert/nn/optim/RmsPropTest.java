package org.wengert.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Variable;
import org.wengert.error.ConfigurationException;
import org.wengert.nn.EachVariant;
import org.wengert.nn.Refused;
import org.wengert.nn.Variant;

class RmsPropTest {
    /** Gradients that never change: the variance goes to 0, and rounding takes it to either side. */
    @EachVariant
    void aVarianceThatRoundingMadeNegativeCountsAsZero(String name) {
        try (Engine engine = Variant.open(name)) {
            Variable w = engine.variable(Shape.of(4), 1, 1, 1, 1);
            RmsProp rmsProp =
                    new RmsProp(1e-9, RmsProp.Settings.USUAL.alpha(0.5).centered(true), Group.of(List.of(w)));
            for (int step = 0; step < 200; step++) {
                try (Scope scope = engine.scope()) {
                    rmsProp.minimize(w.mul(engine.constant(Shape.of(4), 0.1, 0.3, 0.7, -1.1))
                            .sum());
                }
            }
            for (double number : w.data()) {
                assertTrue(Double.isFinite(number), "got " + number);
            }
        }
    }

    @Test
    void whatItRemembersIsWhatItsSettingsNeed() {
        try (Engine engine = Engines.open("scalar")) {
            List<Variable> w = List.of(engine.variable(1).label("w"));
            assertEquals(List.of("w.square"), names(new RmsProp(w, 0.1)));
            RmsProp.Settings all = RmsProp.Settings.USUAL.centered(true).momentum(0.5);
            assertEquals(List.of("w.square", "w.mean", "w.momentum"), names(new RmsProp(0.1, all, Group.of(w))));
            assertEquals(
                    Map.of("alpha", "0.99", "eps", "1.0E-8", "momentum", "0.5", "centered", "true"),
                    new RmsProp(0.1, all, Group.of(w)).hyperParameters());
        }
    }

    private static List<String> names(Optimizer optimizer) {
        return List.copyOf(optimizer.snapshot().arrays().keySet());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        Refused.with(
                ConfigurationException.class,
                "optimizer: the alpha must be at least 0 and below 1: got 1.0",
                () -> RmsProp.Settings.USUAL.alpha(1));
        Refused.with(
                ConfigurationException.class,
                "optimizer: the initial accumulator must be a finite number from 0: got -1.0",
                () -> new AdaGrad.Settings(0, -1, 0));
    }
}
