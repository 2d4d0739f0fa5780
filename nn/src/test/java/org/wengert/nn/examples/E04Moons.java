package org.wengert.nn.examples;

import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.Randoms;
import org.wengert.nn.data.Moons;
import org.wengert.nn.data.Split;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.train.Evaluation;
import org.wengert.nn.train.Trainer;

/** A network that tells two half moons apart. */
final class E04Moons {
    private E04Moons() {}

    public static void main(String... args) {
        try (Engine engine = Engines.open()) {
            Split moons = Moons.of(500, 0.1, 42).split(0.8, Randoms.seeded(42));
            Mlp model = Mlp.of(engine, 2, Activation.RELU, 16, 16, 1).initialize(42);
            new Trainer(model, Loss.HINGE, new Adam(model.variables(), 0.01))
                    .epochs(50)
                    .batchSize(32)
                    .shuffle(42)
                    .fit(moons.train());
            double accuracy = Evaluation.of(model, Loss.HINGE, moons.test()).metric();
            System.out.printf("accuracy on new samples %.3f%n", accuracy);
        }
    }
}
