package org.wengert.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.GradientCheck;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.nn.data.Batch;
import org.wengert.nn.data.Moons;
import org.wengert.nn.data.Split;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.optim.Optimizer;
import org.wengert.nn.train.Evaluation;

/** The programs of README, as they stand there. */
class ReadmeTest {
    @Test
    void theExpressionPrintsWhatIsSaid() {
        try (Engine engine = Engines.open("tape")) {
            Variable a = engine.variable(2.0).label("a");
            Variable b = engine.variable(-3.0).label("b");
            Variable c = engine.variable(10.0).label("c");
            Variable f = engine.variable(-2.0).label("f");
            Value loss = a.mul(b).add(c).mul(f);
            loss.backward();
            assertEquals("Value(data=-8.0)", loss.toString());
            assertEquals("6.0", String.valueOf(a.grad().item()));
            assertTrue(GradientCheck.of(() -> a.mul(b), a, b).passed());
        }
    }

    @Test
    void theNetworkLearnsTheMoons() {
        try (Engine engine = Engines.open("tape")) {
            Split moons = Moons.of(500, 0.1, 42).split(0.8, new Random(42));
            Mlp model = Mlp.of(engine, 2, Activation.RELU, 16, 16, 1).initialize(42);
            Optimizer adam = new Adam(model.variables(), 0.01);
            for (int epoch = 0; epoch < 50; epoch++) {
                for (Batch batch : moons.train().batches(32, new Random(epoch))) {
                    try (Scope step = engine.scope()) {
                        adam.minimize(Loss.HINGE.of(model.forward(batch.inputs(engine)), batch.targets(engine)));
                    }
                }
            }
            double accuracy = Evaluation.of(model, Loss.HINGE, moons.test()).metric();
            assertTrue(accuracy >= 0.99, "accuracy " + accuracy);
        }
    }
}
