package org.wengert.nn.examples;

import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.nn.Activation;
import org.wengert.nn.Neuron;

/** A neuron, and by how much its output changes with each weight and each input. */
final class E03Neuron {
    private E03Neuron() {}

    public static void main(String... args) {
        try (Engine engine = Engines.open()) {
            Neuron neuron = Neuron.of(engine, 2, Activation.TANH).setParameters(-3, 1, 6.8813735870195432);
            Variable x = engine.variable(Shape.of(2), 2, 0);
            Value y = neuron.forward(x);
            y.backward();
            System.out.printf("output %.4f%n", y.item());
            double[] inputs = x.grad().data();
            double[] weights = neuron.variables().get(0).grad().data();
            System.out.printf(
                    "by inputs %.4f %.4f, by weights %.4f %.4f%n", inputs[0], inputs[1], weights[0], weights[1]);
        }
    }
}
