package org.wengert.nn.examples;

import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;

/** A line through points, by nothing but gradients: descent written out. */
final class E02Line {
    private E02Line() {}

    public static void main(String... args) {
        try (Engine engine = Engines.open()) {
            Value x = engine.constant(Shape.of(5), -2, -1, 0, 1, 2);
            Value y = engine.constant(Shape.of(5), -3, -1, 1, 3, 5); // 2x + 1
            Variable slope = engine.variable(0.0);
            Variable intercept = engine.variable(0.0);
            for (int step = 0; step < 100; step++) {
                try (Scope scope = engine.scope()) { // what a step records is forgotten at its end
                    Value loss = x.mul(slope).add(intercept).sub(y).square().mean();
                    loss.backward();
                    slope.set(slope.item() - 0.1 * slope.grad().item());
                    intercept.set(intercept.item() - 0.1 * intercept.grad().item());
                    slope.zeroGrad();
                    intercept.zeroGrad();
                }
            }
            System.out.printf("y = %.4f x + %.4f%n", slope.item(), intercept.item());
        }
    }
}
