package org.wengert.nn.examples;

import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.nn.Activation;
import org.wengert.nn.Layer;
import org.wengert.nn.Loss;
import org.wengert.nn.Model;
import org.wengert.nn.Sequential;
import org.wengert.nn.data.Moons;
import org.wengert.nn.optim.Adam;
import org.wengert.nn.train.Evaluation;
import org.wengert.nn.train.Trainer;

/** A layer that Wengert does not have, among some that it has. */
final class E09CustomLayer {
    /** Distances from learned centres through a bell: {@code exp(-|x - c|^2)}, one output for each centre. */
    private static final class RadialBasis implements Model {
        private final Variable centres;

        RadialBasis(Engine engine, int inputs, int outputs) {
            centres = engine.variable(Shape.of(outputs, inputs), new double[outputs * inputs])
                    .label("centres");
        }

        @Override
        public Value forward(Value x) {
            int batch = x.shape().dim(0);
            int inputs = x.shape().dim(1);
            Value distances = x.reshape(batch, 1, inputs).sub(centres).square().sum(-1);
            return distances.neg().exp();
        }

        @Override
        public Model initialize(RandomGenerator random) {
            centres.set(random.doubles(centres.shape().size(), -1, 2).toArray());
            return this;
        }

        @Override
        public List<Variable> variables() {
            return List.of(centres);
        }

        @Override
        public Engine engine() {
            return centres.engine();
        }
    }

    private E09CustomLayer() {}

    public static void main(String... args) {
        try (Engine engine = Engines.open()) {
            Model model = Sequential.of(new RadialBasis(engine, 2, 12), Layer.of(engine, 12, 1, Activation.LINEAR))
                    .initialize(5);
            model.variables().forEach(variable -> System.out.println(variable.label() + " " + variable.shape()));
            new Trainer(model, Loss.HINGE, new Adam(model.variables(), 0.03))
                    .epochs(300)
                    .fit(Moons.of(200, 0.1, 1));
            double accuracy =
                    Evaluation.of(model, Loss.HINGE, Moons.of(200, 0.1, 2)).metric();
            System.out.printf("accuracy on new samples %.3f%n", accuracy);
        }
    }
}
