package org.wengert.tck;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wengert.Graph;
import org.wengert.Value;
import org.wengert.Variable;
import org.wengert.op.Binary;
import org.wengert.op.BroadcastTo;
import org.wengert.op.Op;
import org.wengert.op.Reduce;
import org.wengert.op.Structural;
import org.wengert.op.Unary;

/**
 * The reference where no file has one, for inputs that an engine rounds before it begins: every number of a recording is
 * computed again from the engine's own operands of it, and every gradient from the engine's own gradients of what was made
 * of it. So each operation is held to a few roundings, however many of them there are. Elementwise operations are
 * recomputed from the table in double precision, which to a number of single precision is exact; others to 60 digits.
 */
final class Recomputed {
    private static final double[] ONE = {1};
    private static final int[] FIRST = {0};

    /** A gradient as a sum of shares, and the sum of their sizes, to which rounding is proportional. */
    private static final class Gradient {
        final double[] sum;
        final double[] size;
        int terms;

        Gradient(int numbers) {
            sum = new double[numbers];
            size = new double[numbers];
        }

        void add(int i, double share) {
            if (sum.length == 0) {
                return; // a constant
            }
            sum[i] += share;
            size[i] += Math.abs(share);
            terms++;
        }

        /** Infinite shares leave no room: the sum must be infinite too, or NaN. */
        Close.Rule rule(Tolerances tolerances, int i) {
            return Double.isFinite(size[i]) ? tolerances.recomputed(terms, size[i]) : tolerances.same();
        }
    }

    private final Arithmetic arithmetic;
    private final Tolerances tolerances;
    private final Close.Rule table;
    private final Map<Value, Gradient> gradients = new HashMap<>();
    private final Map<Value, double[]> numbers = new HashMap<>();

    private Recomputed(Arithmetic arithmetic) {
        this.arithmetic = arithmetic;
        tolerances = new Tolerances(arithmetic);
        table = tolerances.table();
    }

    /** Checks what the engine has after {@code root.backward(seed)}, of a root whose variables were used in it alone. */
    static void check(Arithmetic arithmetic, Value root, double... seed) {
        new Recomputed(arithmetic).check(root, arithmetic.round(seed));
    }

    private void check(Value root, double... seed) {
        List<Value> order = Graph.operandsFirst(root);
        for (Value value : order) {
            boolean live = value instanceof Variable
                    || value.operands().stream().anyMatch(operand -> gradients.get(operand).sum.length > 0);
            numbers.put(value, value.data());
            gradients.put(value, new Gradient(live ? value.shape().size() : 0));
        }
        Gradient last = gradients.get(root);
        for (int i = 0; i < last.sum.length; i++) {
            last.add(i, seed[i]);
        }
        for (int k = order.size() - 1; k >= 0; k--) {
            Value value = order.get(k);
            int node = k;
            check(
                    () -> "node " + node + " of " + order.size()
                            + value.op().map(op -> ", " + op).orElse(", a leaf"),
                    value);
        }
    }

    /** A value whose results have all been checked, so that its gradient is complete. */
    private void check(Supplier<String> what, Value value) {
        Gradient expected = gradients.get(value);
        double[] gradient = value.grad().data();
        for (int i = 0; i < expected.sum.length; i++) {
            assertClose("gradient", i, what, expected.rule(tolerances, i), expected.sum[i], gradient[i]);
        }
        if (value.op().isPresent()) {
            Op op = value.op().get();
            List<Value> operands = value.operands();
            double[][] x = new double[operands.size()][];
            Gradient[] receivers = new Gradient[x.length];
            for (int k = 0; k < x.length; k++) {
                x[k] = numbers.get(operands.get(k));
                receivers[k] = gradients.get(operands.get(k));
            }
            if (op instanceof Structural structural) {
                structural(what, structural, value, x, receivers, gradient);
            } else {
                elementwise(what, op, value, x, receivers, gradient);
            }
        }
    }

    private void elementwise(
            Supplier<String> what,
            Op made,
            Value value,
            double[][] operands,
            Gradient[] receivers,
            double... gradient) {
        Op op = held(made, operands[0], numbers.get(value));
        double[] y = numbers.get(value);
        int[][] sources = sources(value, operands.length);
        for (int i = 0; i < y.length; i++) {
            double a = operands[0][sources[0][i]];
            double b = operands[operands.length - 1][sources[operands.length - 1][i]];
            double exact = op instanceof Unary unary ? unary.value(a) : ((Binary) op).value(a, b);
            assertClose("number", i, what, table, exact, y[i]);
            if (op instanceof Unary unary) {
                receivers[0].add(sources[0][i], gradient[i] * unary.slope(a, y[i]));
            } else {
                receivers[0].add(sources[0][i], gradient[i] * ((Binary) op).left(a, b, y[i]));
                receivers[1].add(sources[1][i], gradient[i] * ((Binary) op).right(a, b, y[i]));
            }
        }
    }

    /** The operation, or where that is what the engine used, the same with its parameters rounded. */
    private Op held(Op op, double[] x, double... y) {
        if (op instanceof Unary unary
                && unary.parameters().length != 0
                && !arithmetic.precision().holds(unary.parameters())) {
            for (int i = 0; i < x.length; i++) {
                if (!table.accepts(unary.value(x[i]), y[i])) {
                    return Table.rounded(unary, arithmetic.precision());
                }
            }
        }
        return op;
    }

    private void structural(
            Supplier<String> what,
            Structural op,
            Value value,
            double[][] operands,
            Gradient[] receivers,
            double... gradient) {
        if (!Arrays.stream(operands).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            infinite(what, op, value, operands[0], receivers[0], gradient);
            return;
        }
        List<List<Exact>> inputs = Exact.inputs(operands);
        List<Exact> exact = StructuralDefinitions.of(op, value).of(inputs);
        Gradient[] conditions = new Gradient[exact.size()];
        Arrays.setAll(conditions, i -> new Gradient(1));
        int input = 0;
        for (int k = 0; k < operands.length; k++) {
            for (int i = 0; i < operands[k].length; i++) {
                for (int result = 0; result < exact.size(); result++) {
                    double slope = Exact.gradient(List.of(exact.get(result)), ONE, input);
                    conditions[result].add(0, slope * operands[k][i]);
                    if (slope != 0) { // what has no part in a result gets nothing of it, not a zero times an infinity
                        receivers[k].add(i, slope * gradient[result]);
                    }
                }
                input++;
            }
        }
        for (int result = 0; result < exact.size(); result++) {
            Gradient condition = conditions[result];
            double expected = exact.get(result).value();
            condition.size[0] = Math.max(condition.size[0], Math.abs(expected));
            assertClose("number", result, what, condition.rule(tolerances, 0), expected, numbers.get(value)[result]);
        }
    }

    /** Sums of infinities, which stand for numbers out of range, are those of ordinary arithmetic. */
    private void infinite(
            Supplier<String> what, Structural op, Value value, double[] x, Gradient receiver, double... gradient) {
        boolean sum = op instanceof Reduce reduce
                && (reduce.kind() == Reduce.Kind.SUM || reduce.kind() == Reduce.Kind.MEAN)
                && gradient.length == 1;
        if (!sum) {
            throw new NotAsked(op + " of infinities that stand for numbers out of range");
        }
        int divisor = ((Reduce) op).kind() == Reduce.Kind.MEAN ? x.length : 1;
        double expected = Arrays.stream(x).sum() / divisor;
        assertClose("number", 0, what, tolerances.same(), expected, numbers.get(value)[0]);
        for (int i = 0; i < x.length; i++) {
            receiver.add(i, gradient[0] / divisor);
        }
    }

    /** Which number of each operand each number of the result is made of. */
    private static int[][] sources(Value value, int operands) {
        int[][] sources = new int[operands][];
        Arrays.fill(sources, FIRST);
        for (int k = 0; k < operands && !value.shape().isScalar(); k++) {
            sources[k] = new BroadcastTo(value.shape())
                    .sources(value.operands().get(k).shape());
        }
        return sources;
    }

    /** Says what a number is only if it is wrong: there may be millions that are right. */
    private static void assertClose(
            String what, int i, Supplier<String> of, Close.Rule rule, double expected, double actual) {
        if (!rule.accepts(expected, actual)) {
            Close.assertClose(what + " " + i + " of " + of.get(), rule, expected, actual);
        }
    }
}
