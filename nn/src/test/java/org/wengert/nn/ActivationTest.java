package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.error.ConfigurationException;

class ActivationTest {
    @Test
    void everyActivationIsFoundByItsName() {
        for (Activation activation : Activation.table()) {
            assertSame(activation, Activation.named(activation.name()));
        }
    }

    @Test
    void capitalsDashesAndUnderscoresDoNotCount() {
        assertSame(Activation.LEAKY_RELU, Activation.named("LEAKY_RELU"));
        assertSame(Activation.GELU_TANH, Activation.named("gelu-tanh"));
    }

    @Test
    void anUnknownNameIsRefusedWithAllThatThereAre() {
        Refused.with(
                ConfigurationException.class,
                "activation: no such name: 'rule': there are linear, tanh, relu, sigmoid, leakyRelu, elu, softplus, gelu,"
                        + " geluTanh, silu",
                () -> Activation.named("rule"));
    }

    /** At -1.5 every activation differs from every other. */
    @EachEngine
    void everyActivationIsTheFunctionItsNameSays(String name) {
        double[] expected = {
            -1.5,
            Math.tanh(-1.5),
            0,
            1 / (1 + Math.exp(1.5)),
            -0.015,
            Math.exp(-1.5) - 1,
            Math.log(1 + Math.exp(-1.5)),
            -1.5 * 0.06680720126885806,
            -0.75 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (-1.5 - 0.044715 * 3.375))),
            -1.5 / (1 + Math.exp(1.5))
        };
        try (Engine engine = Engines.open(name)) {
            Value x = engine.constant(-1.5);
            for (int i = 0; i < expected.length; i++) {
                Activation activation = Activation.table().get(i);
                Close.assertClose(
                        activation.name(), expected[i], activation.apply(x).item(), 1e-13, 0);
            }
        }
    }

    @EachEngine
    void aUsersOwnActivationServesALayer(String name) {
        Activation cube = Activation.of("cube", x -> x.pow(3));
        try (Engine engine = Engines.open(name)) {
            Layer layer = Layer.of(engine, 1, 1, cube).setParameters(2, 0);

            layer.forward(engine.constant(Shape.of(1), 1)).sum().backward();

            assertEquals(12, layer.variables().get(0).grad().item());
            assertEquals("cube", layer.activation().toString());
        }
    }
}
