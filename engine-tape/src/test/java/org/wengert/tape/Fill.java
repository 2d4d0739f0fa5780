package org.wengert.tape;

import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.error.CapacityException;

/** Records until there is no memory left, twice, then differentiates something small: run in a process of its own. */
final class Fill {
    private Fill() {}

    public static void main(String... args) {
        try (Engine engine = new TapeEngineProvider().open(CapacityTest.settings())) {
            Variable matrix = engine.variable(Shape.of(300, 300), new double[90_000]);
            Variable number = engine.variable(3);
            fill(engine, matrix);
            fill(engine, number);
            fill(engine, matrix);
            try (Scope scope = engine.scope()) {
                number.zeroGrad();
                number.mul(number).backward();
                System.out.println("gradient " + number.grad().item());
            }
        }
    }

    private static void fill(Engine engine, Variable x) {
        try (Scope scope = engine.scope()) {
            Value y = x;
            while (true) {
                y = y.add(x);
            }
        } catch (CapacityException e) {
            System.out.println(e.getMessage() + " <- " + e.getCause());
        }
    }
}
