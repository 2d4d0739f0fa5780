package org.wengert.bench.suite;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.wengert.Engine;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.nn.Randoms;
import org.wengert.op.Binary;
import org.wengert.op.Op;
import org.wengert.op.Unary;

/** The elementwise operations that a suite can time, and their operands: from a fixed seed, exact in float32, positive. */
enum Elementwise {
    RELU(Unary.RELU),
    TANH(Unary.TANH),
    EXP(Unary.EXP),
    SIGMOID(Unary.SIGMOID),
    LOG(Unary.LOG),
    GELU(Unary.GELU),
    ADD(Binary.ADD),
    MUL(Binary.MUL),
    /** A row added to each row of a matrix. */
    BIAS(Binary.ADD);

    /** Columns of the matrix that the numbers are. */
    private static final int COLUMNS = 64;

    /** How far two kernels may differ: each is within a few units of the exact number. */
    private static final int ULPS = 8;

    private static final long SEED = 7;

    private final Op op;

    Elementwise(Op op) {
        this.op = op;
    }

    /** An operation by the name that a parameter has: {@code tanh}, {@code bias}. */
    static Elementwise named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "benchmark: no such elementwise operation: got " + name + ", there are " + List.of(values())));
    }

    /** Operands of {@code n} numbers, a multiple of 64. */
    Variable[] operands(Engine engine, int n) {
        RandomGenerator random = Randoms.seeded(SEED);
        Shape shape = Shape.of(n / COLUMNS, COLUMNS);
        Variable first = engine.variable(shape, numbers(n, random));
        if (op.arity() == 1) {
            return new Variable[] {first};
        }
        Shape second = this == BIAS ? Shape.of(COLUMNS) : shape;
        return new Variable[] {first, engine.variable(second, numbers(second.size(), random))};
    }

    private static double[] numbers(int count, RandomGenerator random) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> 2 * random.nextFloat() + 1.0 / 64);
        return numbers;
    }

    /** The operation. */
    Value apply(Engine engine, Variable... operands) {
        return engine.apply(op, operands);
    }

    /**
     * Compares an engine's values and gradients with those of its plain kernels.
     *
     * @throws IllegalStateException if a number differs by more than both can be off
     */
    void require(String engine, Variant variant, int n) {
        double[][] expected = results(engine, new Variant(variant.precision(), Variant.PLAIN, "1"), n);
        double[][] actual = results(engine, variant, n);
        for (int part = 0; part < expected.length; part++) {
            for (int i = 0; i < n; i++) {
                requireClose(variant, expected[part][i], actual[part][i]);
            }
        }
    }

    private void requireClose(Variant variant, double expected, double actual) {
        boolean single = variant.precision().equals(Variant.FLOAT32);
        double unit = single ? Math.ulp((float) expected) : Math.ulp(expected);
        if (!(Math.abs(expected - actual) <= ULPS * unit)) {
            throw new IllegalStateException("benchmark: nothing is timed: " + this + " gives " + actual + " with "
                    + variant + ", plain kernels give " + expected + "; " + ULPS
                    + " units in the last place are allowed");
        }
    }

    private double[][] results(String engine, Variant variant, int n) {
        try (Engine running = variant.open(engine);
                Scope scope = running.scope()) {
            Variable[] operands = operands(running, n);
            Value y = apply(running, operands);
            y.sum().backward();
            return new double[][] {y.data(), operands[0].grad().data()};
        }
    }
}
