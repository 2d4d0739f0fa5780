package org.wengert.tck;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.wengert.Engine;
import org.wengert.GradientCheck;
import org.wengert.GradientReport;
import org.wengert.Scope;
import org.wengert.Shape;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Binary;
import org.wengert.op.Unary;

/**
 * Assertions that the gradient of a function or an operation of one's own is right: {@code backward} against central
 * differences, by {@link GradientCheck}, whose rules hold here too. A failure says where, by how much, and what such a
 * difference usually means.
 *
 * <pre>{@code
 * Gradients.assertCorrect(() -> w.mul(x).tanh(), w, x);
 * Gradients.assertCorrect(engine, cube, -2, 0.5, 3);
 * }</pre>
 */
public final class Gradients {
    /** A failure tells so many numbers apart; of more it gives the count. */
    private static final int SHOWN = 10;

    private Gradients() {}

    /**
     * Asserts that the gradient of a function is right by each number of each variable.
     *
     * @param function of the variables; an array is projected on fixed weights. It is called many times and must give
     *     the same each time
     * @param variables by which it is differentiated; messages name them by label or by place
     * @return what was compared
     */
    public static GradientReport assertCorrect(Supplier<Value> function, Variable... variables) {
        return assertCorrect("the function", function, variables);
    }

    /** The same, with a name for the function. */
    public static GradientReport assertCorrect(String name, Supplier<Value> function, Variable... variables) {
        assertRepeatable(name, function, variables);
        GradientReport report = GradientCheck.of(function, variables);
        if (!report.passed()) {
            Assertions.fail(text(name, report, variables));
        }
        return report;
    }

    /**
     * Asserts that an elementwise operation's slope is that of its value.
     *
     * @param points where, away from kinks and from the ends of its domain
     */
    public static GradientReport assertCorrect(Engine engine, Unary op, double... points) {
        Variable x = engine.variable(Shape.of(points.length), points).label("x");
        return assertCorrect(op.name(), () -> x.apply(op), x);
    }

    /** Asserts that an elementwise operation's partial derivatives are those of its value at pairs of numbers. */
    public static GradientReport assertCorrect(Engine engine, Binary op, double[] left, double[] right) {
        Variable a = engine.variable(Shape.of(left.length), left).label("a");
        Variable b = engine.variable(Shape.of(right.length), right).label("b");
        return assertCorrect(op.name(), () -> a.apply(op, b), a, b);
    }

    private static void assertRepeatable(String name, Supplier<Value> function, Variable... variables) {
        if (variables.length == 0) {
            return; // which the check itself refuses
        }
        double[][] results = new double[2][];
        for (int i = 0; i < results.length; i++) {
            try (Scope scope = variables[0].engine().inference()) {
                results[i] = function.get().data();
            }
        }
        if (!Arrays.equals(results[0], results[1])) {
            Assertions.fail(name + " gives another value when called again on the same numbers: draw random numbers"
                    + " before, and set no variable in it");
        }
    }

    private static String text(String name, GradientReport report, Variable... variables) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        for (int v = 0; v < variables.length; v++) {
            String label = variables[v].label();
            numbers.putIfAbsent(label.isEmpty() ? "variable " + v : label, variables[v].data());
        }
        List<GradientReport.Entry> failures = report.failures();
        String shown = failures.stream()
                .limit(SHOWN)
                .map(entry -> "\n  by " + line(entry, numbers.get(entry.variable())[entry.index()]))
                .collect(Collectors.joining());
        String more = failures.size() > SHOWN ? "\n  and " + (failures.size() - SHOWN) + " more" : "";
        return "gradient of " + name + ": " + failures.size() + " of "
                + report.entries().size() + " numbers are wrong:" + shown + more;
    }

    private static String line(GradientReport.Entry entry, double at) {
        return entry.variable() + "[" + entry.index() + "] at " + at + ": backward gives " + entry.analytic()
                + ", differences give " + entry.numeric() + ": " + meaning(entry);
    }

    /** What a difference of this kind usually comes from. */
    private static String meaning(GradientReport.Entry entry) {
        double ratio = entry.analytic() / entry.numeric();
        if (entry.kinkSuspected()) {
            return "a kink: there is no single slope here, so check on either side of it";
        }
        if (!Double.isFinite(entry.numeric())) {
            return "the function is not finite around here: check inside its domain";
        }
        if (!Double.isFinite(entry.analytic())) {
            return "the slope is not finite, or an infinite one was multiplied by zero";
        }
        if (entry.analytic() == 0) {
            return "nothing arrives: was a number taken out with item() or data() on the way?";
        }
        if (Math.abs(ratio + 1) < 1e-3) {
            return "the sign is wrong";
        }
        return "wrong by a factor of " + ratio;
    }
}
