package org.wengert.nn.examples;

import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.GradientCheck;
import org.wengert.Shape;
import org.wengert.Variable;
import org.wengert.nn.Activation;
import org.wengert.nn.Loss;
import org.wengert.nn.Mlp;
import org.wengert.nn.data.Moons;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.train.Trainer;
import org.wengert.op.Unary;

/** An operation that Wengert does not have, its gradient checked, used as an activation. */
final class E08CustomOperation {
    /** {@code x / (1 + |x|)}, softsign; its slope is {@code 1 / (1 + |x|)^2}. */
    private static final Unary SOFTSIGN =
            Unary.of("softsign", x -> x / (1 + Math.abs(x)), (x, y) -> 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x))));

    private E08CustomOperation() {}

    public static void main(String... args) {
        try (Engine engine = Engines.open()) {
            Variable x = engine.variable(Shape.of(4), -2, -0.5, 0.5, 3);
            boolean right = GradientCheck.of(() -> x.apply(SOFTSIGN), x).passed();
            System.out.println("the slope is right: " + right);

            Activation softsign = Activation.of("softsign", sums -> sums.apply(SOFTSIGN));
            Mlp model = Mlp.of(engine, 2, softsign, 16, 1).initialize(3);
            double loss = new Trainer(model, Loss.HINGE, new Adam(model.variables(), 0.03))
                    .epochs(200)
                    .fit(Moons.of(100, 0.1, 1))
                    .lastEpochLoss();
            System.out.printf("a network of it ends at loss %.3f%n", loss);
        }
    }
}
