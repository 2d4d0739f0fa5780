package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.Moons;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.Sgd;

/** A run of training goes on, on another engine, where the first one has stopped. */
class EngineSwapTest {
    private static final int STEPS = 40;

    /** What the last places of two engines may grow to in so many steps of a smooth network. */
    private static final double TOLERANCE = 1e-11;

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"scalar, tape", "tape, scalar", "tape, tape", "scalar, scalar"})
    void theParametersOfAnotherEngineContinueTheRun(String first, String second) {
        double[] start;
        try (Engine engine = Engines.open(first)) {
            start = model(engine).initialize(5).parameters();
        }
        double[] whole = train(second, STEPS, start);

        double[] half = train(first, STEPS / 2, start);
        double[] continued = train(second, STEPS / 2, half);

        assertArrayEquals(whole, continued, TOLERANCE);
    }

    private static Mlp model(Engine engine) {
        return Mlp.of(engine, 2, Activation.TANH, 8, 1);
    }

    /** The parameters after some steps on all samples. */
    private static double[] train(String name, int steps, double... parameters) {
        Batch batch = Moons.of(40, 0.1, 3).batch();
        try (Engine engine = Engines.open(name)) {
            Mlp model = model(engine).setParameters(parameters);
            Optimizer descent = new Sgd(model.variables(), 0.1);
            for (int i = 0; i < steps; i++) {
                try (Scope step = engine.scope()) {
                    descent.minimize(Loss.HINGE.of(model.forward(batch.inputs(engine)), batch.targets(engine)));
                }
            }
            return model.parameters();
        }
    }
}
