package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Variable;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.Moons;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.optim.OptimizerState;
import org.wengert.nn.optim.Sgd;

/** A run of training goes on, on another engine, where the first one has stopped. */
class EngineSwapTest {
    private static final int STEPS = 40;

    /** What the last places of two engines may grow to in so many steps of a smooth network. */
    private static final double TOLERANCE = 1e-11;

    /** What makes an optimiser: one that remembers nothing, and one that does. */
    enum Kind {
        SGD(variables -> new Sgd(variables, 0.1)),
        ADAM(variables -> new Adam(variables, 0.01));

        private final Function<List<Variable>, Optimizer> maker;

        Kind(Function<List<Variable>, Optimizer> maker) {
            this.maker = maker;
        }
    }

    /** Where a run has stopped, as plain numbers. */
    record Stop(double[] parameters, Optional<OptimizerState> state) {}

    @ParameterizedTest(name = "{2} from {0} to {1}")
    @CsvSource({
        "scalar, tape, SGD", "tape, scalar, SGD", "tape, tape, SGD", "scalar, scalar, SGD",
        "scalar, tape, ADAM", "tape, scalar, ADAM", "tape, tape, ADAM", "scalar, scalar, ADAM"
    })
    void theParametersAndWhatTheOptimizerRemembersContinueTheRun(String first, String second, Kind kind) {
        Stop start;
        try (Engine engine = Engines.open(first)) {
            start = new Stop(model(engine).initialize(5).parameters(), Optional.empty());
        }
        Stop whole = train(second, STEPS, kind, start);

        Stop half = train(first, STEPS / 2, kind, start);
        Stop continued = train(second, STEPS / 2, kind, half);

        assertArrayEquals(whole.parameters(), continued.parameters(), TOLERANCE);
        assertEquals(STEPS, continued.state().orElseThrow().steps());
    }

    private static Mlp model(Engine engine) {
        return Mlp.of(engine, 2, Activation.TANH, 8, 1);
    }

    /** Some steps on all samples. */
    private static Stop train(String name, int steps, Kind kind, Stop from) {
        Batch batch = Moons.of(40, 0.1, 3).batch();
        try (Engine engine = Engines.open(name)) {
            Mlp model = model(engine).setParameters(from.parameters());
            Optimizer optimizer = kind.maker.apply(model.variables());
            from.state().ifPresent(optimizer::restore);
            for (int i = 0; i < steps; i++) {
                try (Scope step = engine.scope()) {
                    optimizer.minimize(Loss.HINGE.of(model.forward(batch.inputs(engine)), batch.targets(engine)));
                }
            }
            return new Stop(model.parameters(), Optional.of(optimizer.snapshot()));
        }
    }
}
