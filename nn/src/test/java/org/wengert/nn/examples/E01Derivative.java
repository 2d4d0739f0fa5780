package org.wengert.nn.examples;

import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Value;
import org.wengert.Variable;

/** A derivative: how {@code 3x^2 - 4x + 5} changes with x. */
final class E01Derivative {
    private E01Derivative() {}

    public static void main(String... args) {
        try (Engine engine = Engines.open()) {
            Variable x = engine.variable(3.0);
            Value y = x.square().mul(3).sub(x.mul(4)).add(5);
            y.backward();
            System.out.println("y = " + y.item() + ", dy/dx = " + x.grad().item()); // 6x - 4
        }
    }
}
