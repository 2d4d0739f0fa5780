package org.wengert.nn.load;

import org.wengert.Engine;
import org.wengert.Engines;
import org.wengert.Value;
import org.wengert.Variable;

/** Differentiates one long chain of operations: run in a process whose heap is known. */
final class DeepChain {
    private DeepChain() {}

    /** The name of an engine, and a number of operations. */
    public static void main(String... args) {
        int depth = Integer.parseInt(args[1]);
        try (Engine engine = Engines.open(args[0])) {
            Variable x = engine.variable(0.5);
            Value y = x;
            for (int i = 0; i < depth; i++) {
                y = y.add(x);
            }
            y.backward();
            System.out.println("value " + y.item() + ", gradient " + x.grad().item());
        }
    }
}
