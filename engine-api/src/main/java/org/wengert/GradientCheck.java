package org.wengert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Compares the gradient that an engine computes with central differences of the values it computes. Any function of
 * variables can be checked; a result that is an array is projected on fixed weights, so that one compare covers it.
 *
 * <p>The function is called many times and must give the same value each time. Variables get their numbers back at the
 * end, also when the function throws; their gradients are zero afterwards, and what was recorded of them before can no
 * longer be differentiated.
 *
 * <pre>{@code
 * GradientReport report = GradientCheck.of(() -> w.mul(x).tanh(), w);
 * }</pre>
 */
public final class GradientCheck {
    /** Cube root of the machine epsilon: balances truncation against rounding in a central difference. */
    public static final double STEP = Math.cbrt(Math.ulp(1.0));

    /** Largest error of a correct gradient in double precision, relative to the larger of both numbers. */
    public static final double TOLERANCE = 1e-6;

    /** The same on an engine of single precision. */
    private static final double SINGLE_STEP = Math.cbrt(Math.ulp(1f));

    /** The same on an engine of single precision, where differences have four digits. */
    private static final double SINGLE_TOLERANCE = 2e-3;

    private final double epsilon;
    private final double step;
    private final double tolerance;
    private final Supplier<Value> function;
    private final Engine engine;

    private GradientCheck(double step, double tolerance, Supplier<Value> function, Engine engine) {
        epsilon = isSingle(engine) ? Math.ulp(1f) : Math.ulp(1.0);
        this.step = step;
        this.tolerance = tolerance;
        this.function = function;
        this.engine = engine;
    }

    /** Checks the gradient of a function by each number of each variable, as closely as the engine's precision lets. */
    public static GradientReport of(Supplier<Value> function, Variable... variables) {
        boolean single = variables.length > 0 && isSingle(variables[0].engine());
        return of(single ? SINGLE_STEP : STEP, single ? SINGLE_TOLERANCE : TOLERANCE, function, variables);
    }

    /** Whether the engine drops what double precision keeps. */
    private static boolean isSingle(Engine engine) {
        try (Scope scope = engine.scope()) {
            return engine.constant(1 + 0x1p-30).item() == 1;
        }
    }

    /**
     * Checks with a step and a tolerance of the caller's own, such as a function with few digits needs.
     *
     * @param step      distance to either side, times {@code max(1, |x|)}
     * @param tolerance largest relative error that passes
     */
    public static GradientReport of(double step, double tolerance, Supplier<Value> function, Variable... variables) {
        if (variables.length == 0) {
            throw new IllegalArgumentException("gradient check: no variable to differentiate by was given");
        }
        return new GradientCheck(step, tolerance, function, variables[0].engine()).run(variables);
    }

    private GradientReport run(Variable... variables) {
        double[][] analytic = analytic(variables);
        double[] centre = evaluate();
        double magnitude = Arrays.stream(centre).map(Math::abs).max().orElse(0);
        List<GradientReport.Entry> entries = new ArrayList<>();
        for (int v = 0; v < variables.length; v++) {
            String name = variables[v].label().isEmpty() ? "variable " + v : variables[v].label();
            double[] data = variables[v].data();
            try {
                for (int i = 0; i < data.length; i++) {
                    entries.add(entry(name, variables[v], data, i, analytic[v][i], centre));
                }
            } finally {
                variables[v].set(data);
            }
        }
        return new GradientReport(entries, tolerance, magnitude * epsilon / step);
    }

    private double[][] analytic(Variable... variables) {
        double[][] gradients = new double[variables.length][];
        try (Scope scope = engine.scope()) {
            Value result = function.get();
            zero(variables);
            result.backward(weights(result.shape().size()));
            for (int v = 0; v < variables.length; v++) {
                gradients[v] = variables[v].grad().data();
            }
        } finally {
            zero(variables);
        }
        return gradients;
    }

    private static void zero(Variable... variables) {
        for (Variable variable : variables) {
            variable.zeroGrad();
        }
    }

    private GradientReport.Entry entry(
            String name, Variable variable, double[] data, int index, double analytic, double[] centre) {
        double h = step * Math.max(1, Math.abs(data[index]));
        double numeric = slope(variable, data, index, -h, h);
        double near = step * Math.abs(data[index]);
        if (near != 0 && near < h && !agree(analytic, numeric)) {
            // Close to 0 the wide step may have left the function's domain, or the stretch where it is smooth.
            double narrow = slope(variable, data, index, -near, near);
            if (!(Math.abs(narrow - analytic) >= Math.abs(numeric - analytic))) {
                numeric = narrow;
                h = near;
            }
        }
        boolean kink = jump(variable, data, index, h / 4, centre) > jump(variable, data, index, h, centre) / 2
                && jump(variable, data, index, h, centre) > 20 * Math.cbrt(epsilon) * Math.max(1, Math.abs(numeric));
        return new GradientReport.Entry(name, index, analytic, numeric, kink);
    }

    private boolean agree(double analytic, double numeric) {
        return Math.abs(analytic - numeric) <= tolerance * Math.max(Math.abs(analytic), Math.abs(numeric));
    }

    /** How much the slopes to the right and to the left differ: it shrinks with h but for a kink. */
    private double jump(Variable variable, double[] data, int index, double h, double[] centre) {
        double[] right = evaluate(variable, data, index, h);
        double[] left = evaluate(variable, data, index, -h);
        return Math.abs(difference(right, centre) / h - difference(centre, left) / h);
    }

    private double slope(Variable variable, double[] data, int index, double from, double to) {
        double[] high = evaluate(variable, data, index, to);
        double right = variable.data()[index]; // for x + h is rounded
        double[] low = evaluate(variable, data, index, from);
        return difference(high, low) / (right - variable.data()[index]);
    }

    private static double difference(double[] high, double[] low) {
        double[] weights = weights(high.length);
        double sum = 0;
        for (int i = 0; i < high.length; i++) {
            sum += weights[i] * (high[i] - low[i]);
        }
        return sum;
    }

    private double[] evaluate(Variable variable, double[] data, int index, double shift) {
        double[] moved = data.clone();
        moved[index] += shift;
        variable.set(moved);
        return evaluate();
    }

    private double[] evaluate() {
        try (Scope scope = engine.inference()) {
            return function.get().data();
        }
    }

    /** 1 for a single number; else numbers between 1 and 2 without a pattern that a wrong gradient could follow. */
    private static double[] weights(int size) {
        double[] weights = new double[size];
        Arrays.setAll(weights, i -> 1 + i * 0.6180339887498949 % 1);
        return weights;
    }
}
