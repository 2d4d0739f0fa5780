package org.wengert.bench.suite;

import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Value;
import org.wengert.Variable;

/**
 * A graph of any number of nodes: {@code y = w y + b} over and over, an operation a node, and {@code w y} at the end if the
 * number is odd; recorded in a new scope and differentiated. With {@code w = -1} neither values nor adjoints grow or fade,
 * so that each node costs the same.
 */
final class ChainStep implements SizedStep {
    private static final double W = -1;
    private static final double B = 0.25;
    private static final double START = 0.75;

    private final Engine engine;
    private final int links;
    private final boolean odd;
    private final Variable w;
    private final Variable b;
    private final Value start;

    /**
     * Closes the engine in the end.
     *
     * @param nodes operations, one or more
     */
    ChainStep(Engine engine, int nodes) {
        this.engine = engine;
        links = nodes / 2;
        odd = nodes % 2 == 1;
        w = engine.variable(W);
        b = engine.variable(B);
        start = engine.constant(START);
    }

    @Override
    public String description() {
        return engine.name() + ": " + engine.description();
    }

    private Value record() {
        Value y = start;
        for (int i = 0; i < links; i++) {
            y = y.mul(w).add(b);
        }
        return odd ? y.mul(w) : y;
    }

    @Override
    public double step() {
        try (Scope scope = engine.scope()) {
            Value y = record();
            y.backward();
            w.zeroGrad();
            b.zeroGrad();
            return y.item();
        }
    }

    /**
     * Compares the result and both gradients with those of the recurrence in plain doubles.
     *
     * @throws IllegalStateException if a number differs
     */
    void require(double tolerance) {
        double y = START;
        double dw = 0;
        double db = 0;
        for (int i = 0; i < links; i++) {
            dw = y + W * dw;
            db = 1 + W * db;
            y = W * y + B;
        }
        if (odd) {
            dw = y + W * dw;
            db = W * db;
            y = W * y;
        }
        try (Scope scope = engine.scope()) {
            Value result = record();
            result.backward();
            compare("the result", tolerance, y, result.item());
            compare("the gradient of w", tolerance, dw, w.grad().item());
            compare("the gradient of b", tolerance, db, b.grad().item());
            w.zeroGrad();
            b.zeroGrad();
        }
    }

    private void compare(String what, double tolerance, double expected, double actual) {
        Agreement.compare(what, description(), tolerance, new double[] {expected}, actual);
    }

    @Override
    public void hold() {
        engine.scope();
        record().backward();
    }

    @Override
    public void close() {
        engine.close();
    }
}
